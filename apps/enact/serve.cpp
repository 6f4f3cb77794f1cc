// SPDX-License-Identifier: Apache-2.0
#include "serve.h"

#include <stdexcept>

#include "app/dispatch.h"
#include "app/health.h"
#include "app/job_runner.h"
#include "app/mail.h"
#include "app/module.h"
#include "base/log.h"
#include "web/server.h"

namespace enact {
namespace {

std::vector<app::Job> all_jobs() {
  std::vector<app::Job> jobs{app::mail_job(), app::forget_mail_job()};
  for (const auto* module : app::modules())
    if (module->jobs != nullptr)
      for (auto& job : module->jobs()) jobs.push_back(std::move(job));
  return jobs;
}

web::ServerOptions options_for(const app::Config& config, const web::Router& router) {
  web::ServerOptions options;
  options.address = config.address;
  options.port = config.port;
  options.workers = static_cast<std::size_t>(config.workers);
  options.trusted_proxies = config.trusted_proxies;
  options.body_limit = [&router](web::Method method, const std::string& path) {
    return router.body_limit(method, path);
  };
  return options;
}

}  // namespace

base::Result<void> serve(app::Services& services, const std::function<void()>& announce) {
  web::Router router;
  app::add_own_routes(router, services);
  app::Routes routes(router, services);
  for (const auto* module : app::modules())
    if (module->routes != nullptr) module->routes(routes);
  app::Dispatcher dispatcher(router, services);
  app::add_gauges(services);

  try {
    web::Server server(
        options_for(services.config, router),
        [&](web::Request& request) { return dispatcher.answer(request); }, services.metrics);
    server.stop_on_signals();
    app::JobRunner jobs(services, all_jobs());
    jobs.start();
    base::log_info("serving", {{"url", services.config.public_url}});
    announce();
    server.run();
    jobs.stop();
    base::log_info("stopped");
  } catch (const std::runtime_error& error) {
    return base::conflict(error.what());
  }
  return {};
}

}  // namespace enact

// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_connection.h"

#include <fmt/format.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <charconv>
#include <stdexcept>

#include "base/text.h"
#include "store/postgres_value.h"
#include "store/sql_text.h"

namespace enact::store {
namespace {

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

// A server that does not answer must not hold up the start for minutes.
std::string connect_string(const std::string& url) {
  if (url.find("connect_timeout=") != std::string::npos) return url;
  return url + (url.find('?') == std::string::npos ? '?' : '&') + "connect_timeout=10";
}

// SOCI hides the type information of its sessions, by which the sanitizer would check the cast.
__attribute__((no_sanitize("vptr"))) PGconn* native(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

Row::Names column_names(const PGresult* result) {
  std::vector<std::string> names;
  for (int at = 0; at < PQnfields(result); ++at) names.emplace_back(PQfname(result, at));
  return std::make_shared<const std::vector<std::string>>(std::move(names));
}

void read_row(const PGresult* result, int row, std::vector<Value>& values) {
  const int count = PQnfields(result);
  values.reserve(static_cast<std::size_t>(count));
  for (int at = 0; at < count; ++at) {
    if (PQgetisnull(result, row, at)) {
      values.emplace_back();
    } else {
      const auto size = static_cast<std::size_t>(PQgetlength(result, row, at));
      values.push_back(postgres_value(PQftype(result, at), {PQgetvalue(result, row, at), size}));
    }
  }
}

class PostgresConnection final : public Connection {
 public:
  PostgresConnection(const std::string& url, PostgresUse use, const Catalog& catalog)
      : session_(soci::postgresql, connect_string(url)),
        connection_(native(session_)),
        catalog_(catalog),
        prepared_(catalog.all().size()) {
    PQsetNoticeReceiver(
        connection_, [](void*, const PGresult*) {}, nullptr);
    script(
        "set client_encoding = 'UTF8'; set timezone = 'UTC'; set application_name = 'enact';"
        "set statement_timeout = '30s'; set lock_timeout = '20s';"
        "set idle_in_transaction_session_timeout = '10min'");
    if (use == PostgresUse::reading) script("set default_transaction_read_only = on");
  }

  Backend backend() const override { return Backend::postgres; }

  Rows all(const Query& query, Params params) override {
    const auto& text = catalog_.query(query);
    const auto result = execute(text, params);
    const int count = PQntuples(result.get());
    auto& names = prepared_[text.index].names;
    if (!names) names = column_names(result.get());
    Rows rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (int at = 0; at < count; ++at) {
      std::vector<Value> values;
      read_row(result.get(), at, values);
      rows.emplace_back(names, std::move(values));
    }
    return rows;
  }

  std::int64_t run(const Query& query, Params params) override {
    const auto result = execute(catalog_.query(query), params);
    if (std::string_view(PQcmdStatus(result.get())).starts_with("SELECT")) return 0;
    return base::to_integer(PQcmdTuples(result.get())).value_or(0);
  }

  void prepare(const CatalogQuery& query) override {
    auto& state = prepared_[query.index];
    if (state.is_ready) return;
    check(PQprepare(connection_, statement_name(query).c_str(), query.text.c_str(), 0, nullptr),
          query.name);
    state.is_ready = true;
  }

  void script(std::string_view sql) override { ask(std::string(sql), {}); }

  void each(const std::string& sql, const EachRow& row) override {
    ask("declare copied no scroll cursor for " + sql, "a copy");
    std::vector<Value> values;
    while (true) {
      const auto some = ask("fetch 1000 from copied", "a copy");
      for (int at = 0; at < PQntuples(some.get()); ++at) {
        values.clear();
        read_row(some.get(), at, values);
        row(values);
      }
      if (PQntuples(some.get()) == 0) break;
    }
    ask("close copied", "a copy");
  }

  std::unique_ptr<Loader> load(const std::string& table,
                               const std::vector<std::string>& columns) override;

  void begin() override {
    spoiled_ = false;
    ask("begin", "begin");
  }

  // Without an answer nobody knows whether the commit took place, so it must not be tried again.
  void commit() override {
    try {
      const auto result = ask("commit", "commit");
      if (std::string_view(PQcmdStatus(result.get())) == "COMMIT") return;
    } catch (const ConnectionLost&) {
      throw Failure("the connection broke during the commit, which may or may not have happened");
    }
    throw Failure("the server rolled the transaction back instead of committing it");
  }

  void rollback() override {
    if (in_transaction()) Result(PQexec(connection_, "rollback"));
  }

  bool in_transaction() const override {
    const auto status = PQtransactionStatus(connection_);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
  }

  bool is_usable() const override {
    return is_usable_ && PQtransactionStatus(connection_) == PQTRANS_IDLE;
  }

  Result ask(const std::string& sql, std::string_view name) {
    return check(PQexec(connection_, sql.c_str()), name);
  }

  // Takes over the result; throws what it reports.
  Result check(PGresult* answer, std::string_view name) {
    Result result(answer);
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN)
      return result;
    spoiled_ = true;
    const char* field = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const std::string_view state = field ? field : "";
    const char* said = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
    // Class 22, data exceptions, repeats the value that it complains about.
    const auto message =
        fmt::format("{}{}{}{}", name, name.empty() ? "" : ": ",
                    said && !state.starts_with("22") ? said : "the server refused it",
                    state.empty() ? std::string() : fmt::format(" (SQLSTATE {})", state));
    // 57P: the server is being stopped. 0A000 in a prepared statement: its table was altered, and
    // a new connection prepares it anew.
    const bool is_stale = state == "0A000" && said && std::string_view(said).starts_with("cached");
    if (PQstatus(connection_) == CONNECTION_BAD || state.starts_with("57P") || is_stale) {
      is_usable_ = false;
      throw ConnectionLost(message);
    }
    if (state == "40001" || state == "40P01") throw TryAgain(message);
    if (state == "25006")
      throw std::logic_error(fmt::format("{} writes, but was run inside read()", name));
    throw Failure(message);
  }

  PGconn* handle() { return connection_; }

 private:
  struct Prepared {
    bool is_ready = false;
    Row::Names names;
  };

  static std::string statement_name(const CatalogQuery& query) {
    return fmt::format("q{}", query.index);
  }

  Result execute(const CatalogQuery& query, Params params) {
    const auto values = arrange(query, params);
    prepare(query);
    std::vector<std::string> numbers(values.size());
    std::vector<const char*> texts(values.size());
    for (std::size_t at = 0; at < values.size(); ++at) {
      if (std::holds_alternative<std::monostate>(*values[at])) continue;
      if (const auto* text = std::get_if<std::string>(values[at])) {
        texts[at] = text->c_str();
      } else {
        numbers[at] = postgres_text(*values[at]);
        texts[at] = numbers[at].c_str();
      }
    }
    return check(PQexecPrepared(connection_, statement_name(query).c_str(),
                                static_cast<int>(texts.size()), texts.data(), nullptr, nullptr, 0),
                 query.name);
  }

  soci::session session_;
  PGconn* connection_;
  const Catalog& catalog_;
  std::vector<Prepared> prepared_;
  bool is_usable_ = true;
};

// COPY: one statement for the whole table, so that rows may refer to later rows of it.
class PostgresLoader : public Loader {
 public:
  PostgresLoader(PostgresConnection& connection, const std::string& sql, std::string table)
      : connection_(connection), table_(std::move(table)) {
    connection_.ask(sql, table_);
  }

  ~PostgresLoader() override {
    if (is_finished_) return;
    PQputCopyEnd(connection_.handle(), "given up");
    drain();
  }

  void add(const std::vector<Value>& row) override {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (at > 0) buffer_ += '\t';
      append_copy_cell(buffer_, row[at]);
    }
    buffer_ += '\n';
    constexpr std::size_t kBufferBytes = 64 * 1024;
    if (buffer_.size() > kBufferBytes) flush();
  }

  std::int64_t finish() override {
    flush();
    is_finished_ = true;
    PQputCopyEnd(connection_.handle(), nullptr);
    auto* last = PQgetResult(connection_.handle());
    drain();
    const auto result = connection_.check(last, table_);
    return base::to_integer(PQcmdTuples(result.get())).value_or(0);
  }

 private:
  // A refusal is reported by the result at the end, with its reason.
  void flush() {
    PQputCopyData(connection_.handle(), buffer_.data(), static_cast<int>(buffer_.size()));
    buffer_.clear();
  }

  void drain() {
    while (auto* result = PQgetResult(connection_.handle())) PQclear(result);
  }

  PostgresConnection& connection_;
  std::string table_;
  std::string buffer_;
  bool is_finished_ = false;
};

std::unique_ptr<Loader> PostgresConnection::load(const std::string& table,
                                                 const std::vector<std::string>& columns) {
  std::vector<std::string> names;
  for (const auto& name : columns) names.push_back(quoted_name(name));
  const auto sql =
      fmt::format("copy {} ({}) from stdin", quoted_name(table), base::join(names, ", "));
  return std::make_unique<PostgresLoader>(*this, sql, table);
}

}  // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url,
                                             PostgresUse use,
                                             const Catalog& catalog) {
  try {
    return std::make_unique<PostgresConnection>(url, use, catalog);
  } catch (const soci::soci_error& error) {
    throw ConnectionLost(
        fmt::format("the PostgreSQL server cannot be reached: {}", base::trim(error.what())));
  }
}

}  // namespace enact::store

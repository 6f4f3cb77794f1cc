// SPDX-License-Identifier: Apache-2.0
#include "network/verification_views.h"

#include <fmt/format.h>

#include "network/pages.h"

namespace enact::network {

void show_verifications(web::View& view, const std::vector<Verification>& all) {
  std::vector<web::View> items;
  for (const auto& one : all) {
    auto& item = items.emplace_back();
    item.set("by", one.said_by).set("how", words_of(one.how)).set_maybe("note", one.note);
    set_date(item, "said_on", one.said_on);
  }
  view.set_list("verifications", std::move(items));
}

void show_questions(web::View& view, const std::vector<Question>& all) {
  std::vector<web::View> items;
  for (const auto& one : all) {
    auto& item = items.emplace_back();
    item.set("to", one.to_name)
        .set("asked_by", one.asked_by_name)
        .set("answer", one.reply ? words_of(*one.reply) : "no answer yet");
    item.set_maybe("note", one.note);
    set_date(item, "asked_on", one.asked_at.substr(0, 10));
    set_date(item, "answered_on", one.answered_at.substr(0, 10));
  }
  view.set_list("questions", std::move(items));
}

void show_last_word(web::View& view,
                    const std::vector<Verification>& all,
                    Thing thing,
                    std::string_view kind,
                    base::Day today) {
  if (all.empty()) {
    view.set_maybe("last_word", "").set("freshness", "");
    return;
  }
  const auto& last = all.front();
  const auto day = base::Day::parse(last.said_on).value_or(today);
  view.set_maybe("last_word", fmt::format("Last verified on {}, by {}", day.words(), last.said_by));
  view.set("freshness", words_of(freshness(thing, kind, day, today).grade));
}

}  // namespace enact::network

// SPDX-License-Identifier: Apache-2.0
#include "network/facts_view.h"

#include "base/text.h"
#include "network/fields.h"
#include "network/pages.h"

namespace enact::network {

void show_facts(web::View& view,
                store::Reader& reader,
                const Subject& subject,
                std::string_view workspace,
                Audience audience) {
  const auto known = facts_of(reader, subject);
  std::vector<web::View> topics, facts;
  std::string topic;
  const auto end_topic = [&] {
    if (facts.empty()) return;
    topics.emplace_back().set("topic", topic).set("topic_id", "topic_" + base::slug(topic));
    topics.back().set_list("facts", std::move(facts));
    facts.clear();
  };
  for (const auto& field : fields(reader, subject.thing, workspace)) {
    const auto fact = known.find(field.id);
    if (fact == known.end() || (audience == Audience::everybody && !field.is_public)) continue;
    if (field.topic != topic) end_topic();
    topic = field.topic;
    auto& item = facts.emplace_back();
    item.set("label", field.label).set("value", value_words(field, fact->second.value));
    item.set("is_link", field.shape == Shape::url).set_maybe("source", fact->second.source);
    set_date(item, "as_of", fact->second.as_of);
    item.set("has_origin", !fact->second.source.empty() || !fact->second.as_of.empty());
  }
  end_topic();
  view.set_list("topics", std::move(topics));
}

}  // namespace enact::network

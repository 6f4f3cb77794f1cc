// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "network/bits.h"
#include "network/directory_entry.h"
#include "network/facet.h"
#include "network/facet_column.h"
#include "network/word_index.h"

namespace enact::network {

// Whom somebody may see in the directory. Organizations are open to all.
struct Sight {
  enum class Of { nobody, own_ecosystems, everybody };
  Of people = Of::nobody;
  std::vector<std::string> ecosystems;  // in which the person who asks takes part
};

struct DirectoryQuestion {
  std::string words;  // as typed: each is the beginning of a word of the entry
  PerFacet<std::vector<std::string>> chosen;  // one of these; none: whatever it has of the facet
  Sight sight;
  std::size_t from = 0;  // the first of the page, counted from 0
  std::size_t most = 50;
};

struct DirectoryAnswer {
  struct Ref {
    Thing thing = Thing::organization;
    std::string id;
    std::string ecosystem = {};  // the first, where there are several; empty: none
  };
  std::size_t total = 0;
  // How many entries each value would leave, if it were chosen in place of what is chosen of its
  // facet; the most frequent first, and none with 0.
  PerFacet<std::vector<FacetCount>> counts;
  // Those whose name begins with the words, then the others, each by name; so a name that is
  // exactly the words comes first.
  std::vector<Ref> page;
};

// Everything that is in the directory, in memory. What was there when it was filled is numbered by
// name and never moves; what changes afterwards leaves it and is kept beside it, entry by entry.
// Any number may ask at once, and nobody while it is changed.
class DirectoryIndex {
 public:
  // Filling: organizations before people, then finish() once.
  void add(DirectoryEntry&& entry);
  void finish();

  // Afterwards: an entry as it is now, or that there is none.
  void put(const DirectoryEntry& entry);
  void remove(Thing thing, std::string_view id);

  DirectoryAnswer find(const DirectoryQuestion& question) const;

  // The first of the kind in each ecosystem by name, at most so many, as ids; those of no ecosystem
  // under "".
  std::map<std::string, std::vector<std::string>> first_in_each(std::string_view kind,
                                                                std::size_t most) const;

  std::size_t size() const { return size_; }
  std::size_t changed() const { return changed_.size(); }  // entries kept beside the numbered
  std::size_t bytes() const;                               // of memory, roughly

 private:
  using Sets = PerFacet<FacetColumn::Set>;
  using Number = std::uint32_t;

  struct Changed {
    std::vector<std::string> words;  // in order
    Sets sets{};
    bool is_person = false;
  };
  using Place = std::pair<std::string, std::string>;  // folded name, key
  using ChangedEntry = std::map<Place, Changed>::value_type;

  class Sieve;

  Sets sets_of(const DirectoryEntry& entry);
  void settle_organizations();
  FacetColumn::Set ecosystem_of(Number org);
  void sort_by_name();
  void number_keys();
  const char* name_at(Number number) const { return texts_.data() + text_from_[number]; }
  const char* key_at(Number number) const;
  Number find_key(std::string_view key) const;  // kNone where there is none
  Number first_at_or_after(const Place& place) const;
  // What a question selects, whichever page of it is shown.
  struct Selection {
    std::size_t total = 0;
    PerFacet<std::vector<FacetCount>> counts;
    Bits hits;                                 // of the numbered
    std::vector<const ChangedEntry*> changed;  // of those beside them, by name
  };
  std::shared_ptr<const Selection> select(const DirectoryQuestion& question,
                                          const std::vector<std::string>& beginnings) const;
  void select_numbered(const Sieve& sieve,
                       const Sight& sight,
                       Bits found,
                       PerFacet<std::vector<std::uint32_t>>& counts,
                       Selection& selection) const;
  void select_changed(const Sieve& sieve,
                      const std::vector<std::string>& beginnings,
                      PerFacet<std::vector<std::uint32_t>>& counts,
                      Selection& selection) const;
  Bits matching(const std::vector<std::string>& beginnings) const;
  DirectoryAnswer::Ref ref_of(std::string_view key, FacetColumn::Set ecosystems) const;
  void fill_page(const DirectoryQuestion& question,
                 const std::string& beginning,
                 const Selection& selection,
                 DirectoryAnswer& answer) const;

  PerFacet<FacetColumn> facets_;
  std::size_t size_ = 0;

  // The numbered ones.
  std::string texts_;  // for each its folded name and its key, each ended by a 0
  std::vector<std::uint32_t> text_from_;
  PerFacet<std::vector<FacetColumn::Set>> columns_;
  Bits present_;
  Bits people_;
  WordIndex words_;
  std::vector<Number> keys_;  // hash table of numbers by key

  std::map<Place, Changed> changed_;
  std::unordered_map<std::string, std::string> changed_names_;  // key to folded name

  // The last selections, until something changes: the next page and the step back are there.
  // Shared, because one may be dropped while somebody reads it.
  class Kept {
   public:
    std::shared_ptr<const Selection> find(const std::string& key);
    void keep(const std::string& key, std::shared_ptr<const Selection> selection);
    void clear();

   private:
    std::mutex mutex_;
    std::list<std::pair<std::string, std::shared_ptr<const Selection>>> all_;  // the latest first
  };
  mutable Kept kept_;

  // Only while filling: what organizations belong to.
  enum class Settled : std::uint8_t { no, under_way, yes };
  std::unordered_map<std::string, Number> org_numbers_;
  std::vector<std::string> parents_;
  std::vector<Settled> settled_;
  FacetColumn::Set ecosystem_kind_ = 0;
};

}  // namespace enact::network

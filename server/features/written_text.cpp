#include "server/features/written_text.hpp"

#include "protocol/errors.hpp"
#include "protocol/json_reader.hpp"
#include "server/features/acquaintances.hpp"
#include "server/features/shown_text.hpp"
#include "storage/departments.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace plein::features {

namespace {

using storage::Reader;

/// A list in a list is four levels of JSON; so are marks in marks half of that.
constexpr std::size_t tree_depth = 8 * limits::block_depth;

/// `Tree` is a tree, or one that does not change.
template <class Tree, class Visit>
void for_each_mention(Tree& nodes, const Visit& visit) {
    for (auto& node : nodes) {
        if (node.type == NodeType::mention) visit(node);
        if (node.children) for_each_mention(*node.children, visit);
    }
}

struct Mentioned {
    std::set<PersonId> people;
    std::set<DepartmentId> departments;

    [[nodiscard]] std::size_t size() const { return people.size() + departments.size(); }
};

Mentioned mentioned_in(const MarkdownTree& tree) {
    Mentioned mentioned;
    for_each_mention(tree, [&](const MarkdownNode& node) {
        if (node.person) mentioned.people.insert(*node.person);
        if (node.department) mentioned.departments.insert(*node.department);
    });
    return mentioned;
}

/// Those that are open.
std::vector<Department> departments_of(Reader& reader, const Mentioned& mentioned) {
    if (mentioned.departments.empty()) return {};
    auto departments = storage::select_departments(reader);
    std::erase_if(departments, [&](const Department& each) {
        return each.archived || !mentioned.departments.contains(each.id);
    });
    return departments;
}

/// People who are named themselves, and who answers for these departments.
std::vector<PersonId> all_named(std::vector<PersonId> people, const std::vector<Department>& departments) {
    for (const Department& each : departments) {
        people.insert(people.end(), each.heads.begin(), each.heads.end());
        people.insert(people.end(), each.deputies.begin(), each.deputies.end());
    }
    return people;
}

/// Gives the mention its name; where there is none, it is the text that was written.
template <class Tag>
void give_name(MarkdownNode& node, const std::map<Id<Tag>, std::string>& names, std::optional<Id<Tag>>& of) {
    if (!of) return;
    if (const auto name = names.find(*of); name != names.end()) {
        node.text = "@" + name->second;
    } else {
        node.type = NodeType::text;
        of.reset();
    }
}

void append_words(const MarkdownTree& nodes, std::string& words) {
    for (const MarkdownNode& node : nodes) {
        const bool is_inline = node.type >= NodeType::text;
        if (!is_inline || node.type == NodeType::line_break) words += ' ';
        words += node.text.value_or("");
        if (node.children) append_words(*node.children, words);
    }
}

}  // namespace

WrittenText written_text(Reader& reader, const storage::Viewer& writer, const storage::TabAccess& tab,
                         const std::string& body, const char* place) {
    if (trimmed(body).empty()) throw Refusal{ErrorCode::invalid_request, place, "blank"};
    MarkdownTree tree = parse_markdown(body);
    const Mentioned mentioned = mentioned_in(tree);
    if (mentioned.size() == 0) return {{to_blocks(tree, body)}, {}};
    if (mentioned.size() > limits::mentions)
        throw Refusal{ErrorCode::invalid_request, place, "too many mentions"};
    std::map<PersonId, std::string> people;
    std::vector<PersonId> named;
    for (const Person& each : known_people(reader, writer, storage::ReadableTabs{tab},
                                           {mentioned.people.begin(), mentioned.people.end()})) {
        people.emplace(each.id, each.name);
        named.push_back(each.id);
    }
    const bool may_name_departments = access::has(writer.role, Right::browse_people);
    const auto departments =
        may_name_departments ? departments_of(reader, mentioned) : std::vector<Department>{};
    std::map<DepartmentId, std::string> names;
    for (const Department& each : departments)
        names.emplace(each.id, each.name);
    for_each_mention(tree, [&](MarkdownNode& node) {
        give_name(node, people, node.person);
        give_name(node, names, node.department);
    });
    return {{to_blocks(tree, body)}, all_named(std::move(named), departments)};
}

MarkdownTree tree_of(const JsonOf<MarkdownTree>& blocks) {
    return from_json<MarkdownTree>(blocks.text, tree_depth);
}

bool has_title(PostKind kind) { return kind == PostKind::news || kind == PostKind::event; }

std::string title_of(const JsonOf<MarkdownTree>& blocks) {
    const MarkdownTree tree = tree_of(blocks);
    if (tree.empty() || tree.front().type != NodeType::heading || !tree.front().children) return {};
    std::string words;
    append_words(*tree.front().children, words);
    return trimmed(words);
}

void check_title(const JsonOf<MarkdownTree>& blocks, const char* place) {
    const std::size_t letters = letters_of(title_of(blocks));
    if (letters == 0) throw Refusal{ErrorCode::invalid_request, place, "a heading first: the title"};
    if (letters > limits::title) throw Refusal{ErrorCode::invalid_request, place, "the title is too long"};
}

std::vector<PersonId> named_in(Reader& reader, const JsonOf<MarkdownTree>& blocks) {
    const Mentioned mentioned = mentioned_in(tree_of(blocks));
    return all_named({mentioned.people.begin(), mentioned.people.end()}, departments_of(reader, mentioned));
}

std::string excerpt_of(const storage::Passage& passage) {
    std::string words;
    append_words(passage.blocks ? tree_of(*passage.blocks) : parse_markdown(passage.beginning), words);
    return excerpt(words, limits::excerpt);
}

}  // namespace plein::features

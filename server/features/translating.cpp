#include "server/features/translating.hpp"

#include "server/features/notifying.hpp"
#include "server/features/post_views.hpp"
#include "server/features/telling.hpp"
#include "server/features/written_text.hpp"
#include "storage/translations.hpp"

namespace plein::features {

namespace {

void append(std::vector<PersonId>& people, const std::vector<PersonId>& more) {
    people.insert(people.end(), more.begin(), more.end());
}

/// As of any edit: who is named in neither language now hears no more of it, and no payload keeps what it said before.
void tell_edited(Transaction& tx, const storage::PostAccess& proof, const Post& post) {
    notify_of_edit(tx, proof, subject_of_notice(post), named_in(tx, post));
    tx.redact(subject_of(post.id));
    tell_readers(tx, proof, PostEdited{post}, subject_of(post.id));
}

}  // namespace

void add_translation_routes(net::Router& routes, Edge& edge) {
    routes.bind<TranslatePost>(commit(edge, translate_post));
    routes.bind<RemoveTranslation>(commit(edge, remove_translation));
}

WrittenPost written_post(storage::Reader& reader, const Viewer& writer, const storage::TabAccess& tab,
                         const CreatePost& request) {
    constexpr const char* place = "$.translation.body";
    WrittenText text = written_text(reader, writer, tab, request.body.value);
    WrittenPost written{{std::move(text.blocks), std::nullopt}, std::move(text.named)};
    if (!request.translation) return written;
    WrittenText translated = written_text(reader, writer, tab, request.translation->body.value, place);
    if (request.news || request.event) check_title(translated.blocks, place);
    written.text.translation = std::move(translated.blocks);
    append(written.named, translated.named);
    return written;
}

std::vector<PersonId> named_in(storage::Reader& reader, const Post& post) {
    auto named = named_in(reader, post.blocks);
    if (post.translation) append(named, named_in(reader, post.translation->blocks));
    return named;
}

Post translate_post(Transaction& tx, const Viewer& viewer, const TranslatePost& request) {
    const storage::TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    const auto [before, proof] = own_post(tx, viewer, tab, request.post);
    if (tab.needs_approval() && !proof.desk()) throw Refusal{ErrorCode::forbidden, "tab"};
    const WrittenText text = written_text(tx, viewer, tab, request.body.value);
    if (has_title(before.kind)) check_title(text.blocks);
    auto post = storage::update_translation(tx, tab, request, text.blocks);
    if (!post) throw Refusal{ErrorCode::stale_version, "version"};
    tell_edited(tx, proof, *post);
    return std::move(*post);
}

Post remove_translation(Transaction& tx, const Viewer& viewer, const RemoveTranslation& request) {
    const storage::TabAccess tab = access::to_tab_of(tx, viewer, request.post);
    auto [before, proof] = own_post(tx, viewer, tab, request.post);
    auto post = storage::delete_translation(tx, tab, request.post);
    if (!post) return std::move(before);
    tell_edited(tx, proof, *post);
    return std::move(*post);
}

}  // namespace plein::features

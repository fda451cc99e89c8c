/// Words with "#" in a text: which of them are topics, and what makes two of them the same.
///
/// The rule, for the web client too, which offers topics while one types. "#" stands at the start of its run of text, or behind
/// what is no letter, digit, "&", "/", "#" or "_" ("C#", "##x", "a#b" and a part of an address are text). Behind it come letters
/// of any script (\p{L}, with the marks \p{M} on them), digits (\p{Nd}), "-" and "_", as many as there are: a letter or digit
/// first, one letter at least ("#1234" is a number), "-" and "_" at the end left out. In code, links and mentions there is none,
/// nor where Markdown takes the meaning of "#" away ("\#").
#pragma once

#include "protocol/markdown.hpp"

#include <string>
#include <string_view>

namespace plein {

/// The same for all who write a topic: small letters of no language in particular, then NFC (in JavaScript
/// `toLowerCase().normalize("NFC")`). Accents stay. `written`: valid UTF-8, without "#".
[[nodiscard]] std::string topic_key(std::string_view written);

/// Makes nodes of the topics in `tree`, which was parsed from `source`. Text stays: more than `limits::topics` different ones,
/// and words of more than `limits::topic` letters.
void find_topics(MarkdownTree& tree, std::string_view source);

}  // namespace plein

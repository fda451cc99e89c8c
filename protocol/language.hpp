/// The languages of the product and of what people write in it.
#pragma once

#include "protocol/described.hpp"

namespace plein {

enum class Language { nl, en };
PLEIN_DESCRIBE_ENUM(Language, nl, en)

}  // namespace plein

/// The post that every scenario writes: of the length and shape of an everyday one.
#pragma once

#include <string>

namespace plein::bench {

inline const std::string sample_body =
    "Vanmorgen stond er bij dok 3 een wagen zonder afspraak. Wie heeft hem ingepland? Tot elf uur is er plek "
    "op "
    "**dok 5**, daarna is het vol tot de ploegwissel. Graag even bellen voor je iemand wegstuurt.";

}  // namespace plein::bench

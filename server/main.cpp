#include "server/cli/commands.hpp"

int main(int argc, char** argv) { return plein::cli::run(argc, argv); }

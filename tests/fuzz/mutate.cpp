// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The driver where there is no libFuzzer: a fixed seed, so that a failure comes again, and a
// bounded number of rounds and of seconds. Seeds are the lines of the files named on the command
// line, and where these have columns, the last one.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

// A fuzzer of this folder has it, without a header.
// NOLINTNEXTLINE(readability-redundant-declaration)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Chance = std::mt19937;

std::size_t below(Chance& chance, std::size_t limit)
{
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(chance);
}

//! Pieces that parsers are known to trip over.
const std::vector<std::string> oddPieces{
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    "null",
    "1e999",
    "-1",
    "\\ud800",
    "\xff",
    "\xc3\x28",
    std::string(1, '\0'),
    "{{",
    "}}",
    "{{end}}",
    "{{if .",
    "{{else}}",
    "%",
    "%00",
    "+",
    ";ext=",
    "*",
    "#",
    "00",
    "@",
    "\n",
    "\xe2\x80\xae", // NOLINT(misc-misleading-bidirectional): that is what it is for
    "\xef\xbc\x91",
    "\xf0\x9f\x93\x9e"};

void mutateOnce(std::string& text, const std::vector<std::string>& seeds, Chance& chance)
{
    constexpr std::size_t longest = 1 << 16;
    const std::size_t at = below(chance, text.size() + 1);
    const std::size_t span = below(chance, text.size() - at + 1);
    switch (below(chance, 8)) {
    case 0: // another byte
        if (at < text.size())
            text[at] = static_cast<char>(below(chance, 256));
        break;
    case 1: // a flipped bit
        if (at < text.size())
            text[at] = static_cast<char>(text[at] ^ (1 << below(chance, 8)));
        break;
    case 2:
        text.erase(at, span);
        break;
    case 3:
        if (text.size() + span < longest)
            text.insert(at, text.substr(at, span));
        break;
    case 4:
        text.insert(at, oddPieces[below(chance, oddPieces.size())]);
        break;
    case 5: // the rest of another one
    {
        const auto& other = seeds[below(chance, seeds.size())];
        text = text.substr(0, at) + other.substr(below(chance, other.size() + 1));
        break;
    }
    case 6: // much of the same
        if (at < text.size() && text.size() < longest)
            text.insert(at, below(chance, 300), text[at]);
        break;
    default: // another digit
        if (at < text.size())
            text[at] = static_cast<char>('0' + below(chance, 10));
        break;
    }
}

void run(const std::string& text)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> seeds;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i]);
        if (!file) {
            std::fprintf(stderr, "%s cannot be read\n", argv[i]);
            return 1;
        }
        for (std::string line; std::getline(file, line);)
            seeds.push_back(line.substr(line.rfind('\t') + 1));
    }
    if (seeds.empty())
        return 1;
    for (const auto& seed : seeds)
        run(seed);
    constexpr int rounds = 200000;
    constexpr auto longest = std::chrono::seconds(5);
    const auto begun = std::chrono::steady_clock::now();
    Chance chance(4711);
    int done = 0;
    for (; done < rounds && std::chrono::steady_clock::now() - begun < longest; ++done) {
        auto text = seeds[below(chance, seeds.size())];
        for (auto times = 1 + below(chance, 6); times > 0; --times)
            mutateOnce(text, seeds, chance);
        run(text);
    }
    std::printf("%zu seeds, %d mutations\n", seeds.size(), done);
    return 0;
}

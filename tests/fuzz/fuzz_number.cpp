// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a link from outside and as a number that a PBX or a CRM gives.
#include "app/core/phonenumber.h"
#include "app/core/teluri.h"

#include <algorithm>
#include <cstdlib>

using namespace companion;

namespace {

bool isDialString(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'+' || c == u'*' || c == u'#' || c == u','
            || (c >= u'A' && c <= u'D');
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const NumberRules rules{.region = QStringLiteral("DE"),
                                   .areaCode = QStringLiteral("30"),
                                   .outsidePrefix = QStringLiteral("0")};
    const auto text =
        QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)isDialUri(text);
    if (const auto request = readDialRequest(text); request && request->number.isEmpty())
        std::abort();
    const auto number = PhoneNumber::read(text, rules);
    if (number.isDialable() && !isDialString(dialString(number, rules)))
        std::abort();
    if (!number.e164().isEmpty() && !number.e164().startsWith(u'+'))
        std::abort();
    (void)number.searchTerms();
    (void)number.spellings();
    (void)number.key();
    (void)number.matches(text, rules);
    (void)PhoneNumber::digitsIn(text);
    return 0;
}

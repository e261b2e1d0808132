// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/columns.h"

#include <algorithm>

namespace companion::storage {

using namespace Qt::StringLiterals;

QString some(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

QString numberIndex(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c == u'x' || c == u'X' || c == u';' || c == u',')
            break; // an extension behind the number
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    std::reverse(digits.begin(), digits.end());
    return digits;
}

NumberRange numbersLike(const QString& digits)
{
    constexpr int comparedDigits = 6; // as many as the shortest local numbers that people store
    const QString from = numberIndex(digits).left(comparedDigits);
    return {.from = from, .to = from + u':'}; // ':' comes right after '9'
}

} // namespace companion::storage

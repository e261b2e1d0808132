// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/wirevalue.h"

#include <QVariant>

#include <cmath>

namespace companion::pbx::cloudone {

namespace {

    constexpr qsizetype maxText = 200; // of a number or name
    constexpr qsizetype maxRead = 10 * maxText; // with the blanks around it

} // namespace

QString textOf(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toVariant().toString();
    return value.toString().left(maxRead).trimmed().left(maxText);
}

qint64 numberOf(const QJsonValue& value)
{
    constexpr double largest = 1e15;
    bool isNumber = value.isDouble();
    const double number =
        isNumber ? value.toDouble() : value.toString().left(maxText).toDouble(&isNumber);
    return isNumber && std::abs(number) < largest ? std::llround(number) : 0;
}

} // namespace companion::pbx::cloudone

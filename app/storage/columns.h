// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace companion::storage {

//! An empty text for a null one, which NOT NULL columns would refuse.
QString some(const QString& text);

//! A number's digits from the last to the first, an extension behind it cut off: what numbers are
//! indexed by. Two spellings of a line begin alike then, whatever prefixes the one has.
QString numberIndex(const QString& text);

//! Where the numbers stand in such an index that may be this line, to be compared by PhoneNumber.
struct NumberRange
{
    QString from;
    QString to; //!< the first one behind it
};
NumberRange numbersLike(const QString& digits);

} // namespace companion::storage

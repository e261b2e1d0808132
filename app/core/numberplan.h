// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

//! The numbering plans of the world. libphonenumber is behind this and nowhere else.
namespace companion::numberplan {

struct Entry
{
    QString countryCode = {}; //!< "1", "49"
    QString national = {}; //!< national significant number
    QString region = {}; //!< ISO 3166 alpha-2; "001" for none in particular; empty when invalid
    bool isValid = false; //!< the plan knows such a number
    bool isPossible = false; //!< the length is right

    [[nodiscard]] QString e164() const { return u'+' + countryCode + national; }
};

//! \p text as one reads it in \p region; nothing when it is no number at all.
std::optional<Entry> find(const QString& text, const QString& region);

//! The same for a number with more letters than count: 1-800-MATTRESS.
std::optional<Entry> findWithoutExcess(const QString& text, const QString& region);

//! Today's form of a number as it was before its country lengthened it, or that lacks a zero which
//! belongs to it (Italy).
std::optional<Entry> modern(const Entry& old);

QString countryCode(const QString& region);
//! What is dialled before an area code within the country: "0", "8", "06", often nothing.
QString trunkPrefix(const QString& region);

QString nationalFormat(const QString& e164);
QString internationalFormat(const QString& e164);
//! As dialled from a line in \p region: access code or national form, with separators.
QString dialledFrom(const QString& region, const QString& e164);

bool isEmergency(const QString& digits, const QString& region);
bool isServiceCode(const QString& digits, const QString& region);

} // namespace companion::numberplan

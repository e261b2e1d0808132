// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QString>

namespace companion {

//! \brief What a `tel:`, `callto:`, `sip:` or `sips:` link, or a pasted number, asks to dial.
struct DialRequest
{
    QString
        number; //!< cleaned, full-width digits made ASCII, letters made digits; no `;` parameters
    QString suffix = {}; //!< extension to dial behind it (`;ext=`, "x12")
    QString original = {}; //!< as it was written, percent-decoded, for showing before dialling
    bool isPlain = true; //!< nothing had to be guessed; otherwise shown before it is dialled

    friend bool operator==(const DialRequest&, const DialRequest&) = default;
};

//! A code for the PBX, as `*72…`: may forward the phone's calls or hide its number.
bool isFeatureCode(const DialRequest& request);

//! Whether \p text starts with one of our schemes.
bool isDialUri(const QString& text);

//! Rejected for anything that holds no number (a script, a mail address with another host, an
//! empty link, one longer than 256 characters).
Result<DialRequest> readDialRequest(const QString& text);

} // namespace companion

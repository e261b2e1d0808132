// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace companion {

//! State of a connection, as `status --json` spells it.
enum class LinkState { SignedOut, Connecting, Connected, Reconnecting, Failed };
QLatin1StringView toText(LinkState state);

//! The PBX link as shown to people. `problem` is what went wrong last, if anything.
struct PbxStatus
{
    LinkState state = LinkState::SignedOut;
    QString kind = {}; //!< "cloudone", "asterisk"
    QString url = {};
    QString extension = {};
    QString name = {}; //!< the extension's own name
    QString firmware = {};
    QString serial = {};
    QDateTime since = {}; //!< when this state began
    std::optional<Error> problem = {};
    bool firmwareTooOld = false;
    bool deaf = false; //!< signed in, but no event ever arrived although it should have

    friend bool operator==(const PbxStatus&, const PbxStatus&) = default;
};

//! The Salesforce link as shown to people.
struct CrmStatus
{
    LinkState state = LinkState::SignedOut;
    QString user = {}; //!< display name
    QString userId = {};
    QString email = {};
    QString organization = {};
    QString organizationId = {};
    QString edition = {};
    QString instanceUrl = {};
    qint64 apiUsed = 0;
    qint64 apiMax = 0; //!< 0: not known yet
    std::optional<Error> problem = {};

    friend bool operator==(const CrmStatus&, const CrmStatus&) = default;
};

} // namespace companion

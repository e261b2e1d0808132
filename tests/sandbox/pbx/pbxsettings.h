// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/pbx/frameshape.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace companion::sandbox {

//! \brief What can be changed about the PBX at run time; the control interface's keys are the
//! members' names.
struct PbxSettings
{
    QString clientId = QStringLiteral("kQ7xV2mWcP9sLhR4tZ8bNf3JyD6gA1uE");
    QString clientSecret = QStringLiteral("s3cr3tOfTheSandboxPbx0123456789ab");
    QString serial = QStringLiteral("3633D2199067");
    QString firmware = QStringLiteral("84.21.0.66");
    int accessSeconds = 1800;
    int refreshSeconds = 86400;
    int tokenCap = 8;
    int blockSeconds = 660;
    int silenceMs = 60000;
    int utcOffsetSeconds = 7200;
    int ownPickUpMs = -1; //!< call/dial: the own phone picks up by itself after so long
    int farEndMs = -1; //!< call/dial: the far end answers by itself
    int recordingDelayMs = 0;
    bool recordCalls = false;
    bool refuseBadUpgrade = false; //!< a bad token refuses the upgrade instead of a 10004 frame
    bool newTokenEndsOld = false; //!< what one client reports of get_token, A2.4
    FrameShape shape;

    //! \brief These settings with what \p changes names changed; nothing, and the key at fault in
    //! \p wrongKey, when one is unknown or has a value of another type.
    [[nodiscard]] std::optional<PbxSettings> changedBy(const QJsonObject& changes,
                                                       QString& wrongKey) const;
    [[nodiscard]] QJsonObject json() const;
};

//! \brief What is broken on purpose.
struct PbxFaults
{
    bool ipForbidden = false;
    bool apiOff = false;
    bool html = false;
    bool internalError = false;
    bool badJson = false;
    int serverStatus = 0; //!< an HTTP status to answer with, 0 for none
    int slowMs = 0;
    int cutAfterBytes = -1;
    QString nextDialFailure; //!< the reason with which the next call/dial fails

    //! \brief Sets the fault of that name in the control interface; false for an unknown one.
    bool set(const QString& name, const QJsonValue& value);
    [[nodiscard]] QJsonObject json() const;
};

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/recordingerrortext.h"

#include <QCoreApplication>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct RecordingErrorText
    {
        Q_DECLARE_TR_FUNCTIONS(RecordingErrorText)
    };

} // namespace

QString recordingSentence(const Error& error)
{
    if (error.code == "not_recorded"_L1)
        return RecordingErrorText::tr("This call was not recorded.");
    if (error.code == "not_ready"_L1)
        return RecordingErrorText::tr(
            "The PBX has not finished this recording yet. Try again in a minute.");
    if (error.code == "expired"_L1)
        return RecordingErrorText::tr("The PBX no longer has this recording: its time to keep "
                                      "recordings is over, or somebody has deleted it.");
    if (error.code == "signed_out"_L1)
        return RecordingErrorText::tr(
            "You are not signed in to the PBX. Sign in to it in the companion, then try again.");
    if (error.code == "other_pbx"_L1)
        return RecordingErrorText::tr(
            "This call was recorded by another PBX than the one you are signed in to.");
    if (error.code == "connecting"_L1)
        return RecordingErrorText::tr("The companion has no connection to the PBX just now. Check "
                                      "the network and try again.");
    if (error.code == "unknown_link"_L1)
        return RecordingErrorText::tr(
            "The companion on this computer does not know this recording. It plays only for the "
            "person who had the call, on the computer where it was logged.");
    if (error.code == "ports_in_use"_L1)
        return RecordingErrorText::tr("The player could not be opened, because other programs use "
                                      "its ports. Close some of them and try again.");
    const bool isPermission =
        error.code.isEmpty() || error.code == "10005"_L1 || error.code == "70084"_L1;
    if (error.kind == Error::Kind::Forbidden && isPermission) // others say that the PBX is closed
        return RecordingErrorText::tr("The PBX does not allow you to play recordings. Ask its "
                                      "administrator for the permission.");
    return {};
}

bool recordingMayComeYet(const Error& error)
{
    return error.code != "not_recorded"_L1 && error.code != "unknown_link"_L1
        && error.code != "other_pbx"_L1 && error.code != "expired"_L1;
}

} // namespace companion::text

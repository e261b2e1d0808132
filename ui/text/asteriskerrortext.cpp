// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/asteriskerrortext.h"

#include <QCoreApplication>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct AsteriskErrorText
    {
        Q_DECLARE_TR_FUNCTIONS(AsteriskErrorText)
    };

} // namespace

QString asteriskSentence(const Error& error)
{
    if (error.detail == "wrong user or password"_L1)
        return AsteriskErrorText::tr("Asterisk does not accept this user name and password. Check "
                                     "both: they are those of a user in its ari.conf.");
    if (error.detail == "no ari here"_L1)
        return AsteriskErrorText::tr(
            "A server answers at this address, but Asterisk's ARI does not. Check the address; on "
            "the server, http.conf and ari.conf must have it enabled.");
    if (error.detail == "read-only user"_L1)
        return AsteriskErrorText::tr("This Asterisk user may watch calls, but not place or end "
                                     "them: ari.conf says read_only.");
    if (error.detail == "phone not registered"_L1)
        return AsteriskErrorText::tr("Your phone is not registered with the PBX. Check that it is "
                                     "on and connected, then try again.");
    return {};
}

} // namespace companion::text

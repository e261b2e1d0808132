// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/pbxerrortext.h"

#include "ui/text/calltext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct PbxErrorText
    {
        Q_DECLARE_TR_FUNCTIONS(PbxErrorText)
    };

    //! The time until which the PBX has blocked this address: ISO 8601 or Unix seconds, in either
    //! text.
    QDateTime blockedUntil(const Error& error)
    {
        static const QRegularExpression iso(
            u"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?"_s);
        static const QRegularExpression unixTime(u"\\b1\\d{9}\\b"_s);
        for (const QString& text : {error.sentence, error.detail}) {
            if (const auto found = iso.match(text); found.hasMatch())
                return QDateTime::fromString(found.captured(), Qt::ISODate).toLocalTime();
            if (const auto found = unixTime.match(text); found.hasMatch())
                return QDateTime::fromSecsSinceEpoch(found.captured().toLongLong());
        }
        return {};
    }

    QString blocked(const Error& error)
    {
        const auto until = blockedUntil(error);
        if (!until.isValid())
            return PbxErrorText::tr(
                "The PBX has blocked this computer's address after failed sign-ins. Its "
                "administrator "
                "can unblock it under Security > Security Rules > Blocked IPs.");
        return PbxErrorText::tr(
                   "The PBX has blocked this computer's address until %1 after failed sign-ins. "
                   "Wait, or ask "
                   "its administrator to unblock it under Security > Security Rules > Blocked IPs.")
            .arg(QLocale().toString(until, QLocale::ShortFormat));
    }

    //! What is wrong with what was filled in, before anybody was asked.
    QString wrongEntry(const Error& error)
    {
        if (error.detail == "plain http"_L1)
            return PbxErrorText::tr("The PBX's address must begin with https://, or what is said "
                                    "to it could be read on the way.");
        if (error.detail == "no address"_L1)
            return PbxErrorText::tr(
                "This is not an address. A PBX's address looks like https://pbx.example.com.");
        return {};
    }

    QString notAuthorized(Place place)
    {
        return place == Place::PbxSignIn
            ? PbxErrorText::tr("The PBX does not accept the session. Sign in again.")
            : PbxErrorText::tr(
                "The PBX has ended the session. The companion signs in again by itself.");
    }

} // namespace

QString pbxSentence(const Error& error, Place place)
{
    bool isNumber = false;
    const int code = error.code.toInt(&isNumber);
    if (place == Place::PbxSignIn && error.code.isEmpty())
        return wrongEntry(error);
    if (error.code == "DO_NOT_CALL"_L1)
        return PbxErrorText::tr("This person asked not to be called. The companion's window asks "
                                "whether to call anyway.");
    if (error.code == "PHONEBOOK_NOT_EMPTY"_L1)
        return PbxErrorText::tr("The PBX's phonebook for synchronized contacts holds other "
                                "contacts. Choose an empty one, or the name of a new one.");
    if (!isNumber)
        return place == Place::Dialling || place == Place::CallControl ? failureReason(error.code)
                                                                       : QString();
    switch (code) {
    case -1:
        return place == Place::PbxSignIn || error.kind == Error::Kind::Unauthorized
            ? PbxErrorText::tr("Client ID or Client Secret is wrong. Check both in the PBX under "
                               "Integrations > API; "
                               "after five wrong attempts it blocks this computer.")
            : QString();
    case -2:
        return PbxErrorText::tr("The PBX has an internal error. Try again later.");
    case 10001:
        return PbxErrorText::tr("The PBX's firmware does not know this function. Ask for an update "
                                "to 84.21.0.66 or later.");
    case 10002:
    case 10003:
        return PbxErrorText::tr(
            "The PBX no longer supports this version of its interface. Update the companion.");
    case 10004:
        return notAuthorized(place);
    case 10005:
    case 70084:
        return PbxErrorText::tr(
            "The PBX does not allow this. Ask its administrator for the permission.");
    case 10009:
        return PbxErrorText::tr(
            "The PBX could not do this. The feature may be switched off for your extension.");
    case 60001:
        return place == Place::PbxSignIn
            ? PbxErrorText::tr(
                "This PBX has no such extension. Check the extension's number or e-mail address.")
            : QString();
    case 60002:
        return place == Place::PbxSignIn || place == Place::Pbx
            ? PbxErrorText::tr("All eight sign-ins that the PBX allows at a time are in use. Sign "
                               "out on a computer "
                               "that does not need it; the companion tries again in some minutes.")
            : PbxErrorText::tr("The PBX has reached its limit for this. Try again later.");
    case 70004:
        return blocked(error);
    case 70082:
        return PbxErrorText::tr("The PBX is overloaded just now. Try again in a minute.");
    case 70087:
        return PbxErrorText::tr(
            "The PBX does not allow this computer's address. Ask its administrator to add it to "
            "the allowed addresses under Integrations > API.");
    case 70123:
        return PbxErrorText::tr(
            "The interface of the PBX is switched off. Its administrator switches it on under "
            "Integrations > API.");
    case 70130:
        return PbxErrorText::tr("The PBX does not know this call any more; it is probably over.");
    case 70132:
    case 70136:
        return PbxErrorText::tr("This PBX cannot do that with this call.");
    case 70510:
        return PbxErrorText::tr("The conference is full.");
    case 70514:
    case 70515:
        return PbxErrorText::tr(
            "No outside line is available. Try again, or ask the PBX's administrator.");
    default: // a number, not an enum: all others have no sentence of their own
        return {};
    }
}

} // namespace companion::text

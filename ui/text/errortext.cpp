// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errortext.h"

#include "ui/text/asteriskerrortext.h"
#include "ui/text/pbxerrortext.h"
#include "ui/text/plaintext.h"
#include "ui/text/recordingerrortext.h"
#include "ui/text/salesforceerrortext.h"

#include <QCoreApplication>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct ErrorText
    {
        Q_DECLARE_TR_FUNCTIONS(ErrorText)
    };

    bool isOfPbx(Place place)
    {
        switch (place) {
        case Place::PbxSignIn:
        case Place::Pbx:
        case Place::Dialling:
        case Place::CallControl:
        case Place::Recording:
            return true;
        case Place::CrmSignIn:
        case Place::Crm:
        case Place::Lookup:
        case Place::Create:
        case Place::Journal:
        case Place::Sync:
        case Place::Settings:
        case Place::Storage:
            break;
        }
        return false;
    }

    QString serverName(Place place)
    {
        return isOfPbx(place) ? ErrorText::tr("the PBX") : ErrorText::tr("Salesforce");
    }

    //! What was attempted, for errors that say nothing more.
    QString failedAttempt(Place place)
    {
        switch (place) {
        case Place::PbxSignIn:
            return ErrorText::tr("Signing in to the PBX failed.");
        case Place::Pbx:
            return ErrorText::tr("The PBX reported a problem.");
        case Place::CrmSignIn:
            return ErrorText::tr("Signing in to Salesforce failed.");
        case Place::Crm:
            return ErrorText::tr("Salesforce reported a problem.");
        case Place::Lookup:
            return ErrorText::tr("The caller could not be looked up in Salesforce.");
        case Place::Create:
            return ErrorText::tr("The record could not be created.");
        case Place::Journal:
            return ErrorText::tr("The call could not be logged in Salesforce.");
        case Place::Dialling:
            return ErrorText::tr("The call could not be placed.");
        case Place::CallControl:
            return ErrorText::tr("The PBX did not do that with the call.");
        case Place::Recording:
            return ErrorText::tr("The recording could not be fetched.");
        case Place::Sync:
            return ErrorText::tr("The contacts could not be synchronised.");
        case Place::Settings:
            return ErrorText::tr("The setting could not be kept.");
        case Place::Storage:
            break;
        }
        return ErrorText::tr("The companion's own database could not be used.");
    }

    //! Where the companion goes on trying without being asked.
    bool triesAgain(Place place)
    {
        return place == Place::Pbx || place == Place::Crm || place == Place::Journal
            || place == Place::Sync;
    }

    QString offline(const Error& error, Place place)
    {
        const auto detail = error.detail.toLower();
        const auto code = error.code.toLower();
        const auto says = [&](QLatin1StringView word) {
            return detail.contains(word) || code.contains(word);
        };
        const QString server = serverName(place);
        if (says("tls"_L1) || says("ssl"_L1) || says("certificate"_L1))
            return isOfPbx(place)
                ? ErrorText::tr("The secure connection to the PBX failed: its certificate is not "
                                "trusted. Check the "
                                "address, or give the certificate file of your organisation.")
                : ErrorText::tr("The secure connection to Salesforce failed. Check this computer's "
                                "clock, and whether "
                                "a proxy inspects its connections.");
        if (says("dns"_L1) || says("host not found"_L1) || says("name not found"_L1)
            || says("hostnotfound"_L1))
            return isOfPbx(place)
                ? ErrorText::tr("The PBX's name was not found. Check the address for typing "
                                "errors, and the network.")
                : ErrorText::tr(
                    "Salesforce's name was not found. Check the sign-in address and the network.");
        if (says("refused"_L1))
            return ErrorText::
                tr("%1 refused the connection. Check address and port, and whether it is running.")
                    .arg(server.at(0).toUpper() + server.mid(1));
        if (says("proxy"_L1))
            return ErrorText::tr("A proxy or firewall of the network did not let the connection "
                                 "through. Ask who looks after the network.");
        if (triesAgain(place))
            return ErrorText::
                tr("No connection to %1. Check the network; the companion tries again by itself.")
                    .arg(server);
        return ErrorText::tr("No connection to %1. Check the network and try again.").arg(server);
    }

    QString malformed(const Error& error, Place place)
    {
        if (error.detail.contains("not a pbx"_L1, Qt::CaseInsensitive))
            return ErrorText::tr(
                "A server answers at this address, but it is not a PBX. Check the address.");
        if (place == Place::Settings)
            return ErrorText::tr("This value cannot be read. Check it for typing errors.");
        if (isOfPbx(place))
            return ErrorText::tr("The PBX's answer could not be read. Check the address; if it is "
                                 "right, try again later.");
        return ErrorText::tr("Salesforce's answer could not be read. A sign-in page of the network "
                             "may be in the way; "
                             "open the browser and try again.");
    }

    QString rateLimited(Place place)
    {
        if (isOfPbx(place))
            return ErrorText::tr(
                "The PBX is asked too often just now. The companion tries again by itself.");
        if (place == Place::Journal)
            return ErrorText::tr(
                "Salesforce takes no more requests for now. The entry is kept and sent later.");
        return ErrorText::tr("Salesforce takes no more requests for now. Try again later.");
    }

    QString notSignedIn(Place place)
    {
        return isOfPbx(place)
            ? ErrorText::tr("You are not signed in to the PBX. Sign in first.")
            : ErrorText::tr("You are not signed in to Salesforce. Sign in first.");
    }

    QString unauthorized(Place place)
    {
        if (place == Place::PbxSignIn)
            return ErrorText::tr(
                "The PBX does not accept these credentials. Check Client ID and Client Secret.");
        if (isOfPbx(place))
            return ErrorText::tr("The PBX has ended the session. Sign in to the PBX again.");
        if (place == Place::Journal)
            return ErrorText::tr(
                "Salesforce has ended the session. Sign in again; the entry is kept until then.");
        return ErrorText::tr("Salesforce has ended the session. Sign in to Salesforce again.");
    }

    QString forbidden(Place place)
    {
        if (isOfPbx(place))
            return ErrorText::tr(
                "The PBX does not allow this. Ask its administrator for the permission.");
        return ErrorText::tr(
            "Your Salesforce user may not do this. Ask your Salesforce administrator.");
    }

    QString notFound(Place place)
    {
        switch (place) {
        case Place::PbxSignIn:
            return ErrorText::tr(
                "This PBX has no such extension. Check the extension's number or e-mail address.");
        case Place::CallControl:
            return ErrorText::tr("The PBX does not know this call any more; it is probably over.");
        case Place::Dialling:
            return ErrorText::tr("The PBX does not know this number. Check it and try again.");
        case Place::Recording:
            return ErrorText::tr("The PBX has no recording of this call, or has deleted it.");
        case Place::Pbx:
            return ErrorText::tr("The PBX does not have this. Its firmware may be too old.");
        case Place::CrmSignIn:
        case Place::Crm:
        case Place::Lookup:
        case Place::Create:
        case Place::Journal:
        case Place::Sync:
            return ErrorText::tr("The record does not exist in Salesforce any more. It may have "
                                 "been deleted or merged.");
        case Place::Settings:
            return ErrorText::tr("There is no such setting.");
        case Place::Storage:
            break;
        }
        return ErrorText::tr("Nothing was found.");
    }

    QString byKind(const Error& error, Place place)
    {
        switch (error.kind) {
        case Error::Kind::Offline:
            return offline(error, place);
        case Error::Kind::Timeout:
            return ErrorText::tr("No answer from %1 in time. Check the network and try again.")
                .arg(serverName(place));
        case Error::Kind::Unauthorized:
            return unauthorized(place);
        case Error::Kind::Forbidden:
            return place == Place::Settings
                ? ErrorText::tr("This is set by your organisation and cannot be changed here.")
                : forbidden(place);
        case Error::Kind::RateLimited:
            return rateLimited(place);
        case Error::Kind::Rejected:
            return failedAttempt(place);
        case Error::Kind::NotFound:
            return notFound(place);
        case Error::Kind::Malformed:
            return malformed(error, place);
        case Error::Kind::Storage:
            return ErrorText::tr("The companion could not write to its own files. Check the free "
                                 "space and the rights "
                                 "of your home folder.");
        case Error::Kind::Unsupported:
            return isOfPbx(place)
                ? ErrorText::tr("This PBX cannot do that.")
                : ErrorText::tr("Your Salesforce organisation does not offer this.");
        case Error::Kind::Cancelled:
            return place == Place::CrmSignIn ? ErrorText::tr("The sign-in was cancelled.")
                                             : ErrorText::tr("Cancelled.");
        }
        return failedAttempt(place);
    }

    //! Why a shortcut for every program could not be had.
    QString shortcutSentence(const QString& code)
    {
        if (code == "keys_unreadable"_L1)
            return ErrorText::tr("This is no key combination, such as Ctrl+Alt+D.");
        if (code == "keys_for_typing"_L1)
            return ErrorText::tr("This would take a key that people type with. Add Ctrl or Alt.");
        if (code == "keys_missing"_L1)
            return ErrorText::tr("This keyboard has no such key. Choose another one.");
        if (code == "keys_taken"_L1)
            return ErrorText::tr("Another program uses this key combination. Choose another one.");
        if (code == "keys_not_given"_L1)
            return ErrorText::tr(
                "This desktop lets no program take keys. Bind them to a command of "
                "the companion in the desktop's own keyboard settings.");
        return {};
    }

    bool isSettingDetail(const Error& error, Place place)
    {
        return place == Place::Settings && error.kind == Error::Kind::Rejected
            && !error.detail.isEmpty();
    }

} // namespace

QString sentence(const Error& error, Place place, const QList<quint16>& redirectPorts)
{
    QString recording = place == Place::Recording ? recordingSentence(error) : QString();
    if (!recording.isEmpty())
        return recording;
    if (error.code == "signed_out"_L1)
        return notSignedIn(place);
    if (error.code == "integration_off"_L1)
        return ErrorText::tr(
            "The Salesforce integration is switched off. Switch it on in the tray menu first.");
    if (error.code == "api_budget"_L1)
        return ErrorText::tr("The day's Salesforce budget is nearly used up: only lookups and the "
                             "call log still go out. What you typed is kept. Save it again later.");
    if (error.code == "api_budget_search"_L1)
        return ErrorText::tr("The day's Salesforce budget is nearly used up: only lookups and the "
                             "call log still go out. Search again later.");
    if (error.code == "no_extension"_L1)
        return ErrorText::tr("Enter your extension. Or sign in to Salesforce: then it is found by "
                             "your e-mail address there.");
    if (error.code == "key_store"_L1)
        return ErrorText::tr("The system's key store cannot be reached, so it is not known how you "
                             "were signed in. Start or unlock it, or sign in again.");
    if (error.code == "not_a_number"_L1)
        return ErrorText::tr("This is not a number that can be dialled.");
    if (QString ofKeys = shortcutSentence(error.code); !ofKeys.isEmpty())
        return ofKeys;
    QString ofAsterisk = isOfPbx(place) ? asteriskSentence(error) : QString();
    if (!ofAsterisk.isEmpty())
        return ofAsterisk;
    QString known =
        isOfPbx(place) ? pbxSentence(error, place) : salesforceSentence(error, redirectPorts);
    if (!known.isEmpty())
        return known;
    const QString said = plain(error.sentence, 500);
    if (!said.isEmpty())
        return isOfPbx(place) ? ErrorText::tr("The PBX says: %1").arg(said)
                              : ErrorText::tr("Salesforce says: %1").arg(said);
    if (isSettingDetail(error, place))
        return error.detail; // checkSetting() names what is allowed
    return byKind(error, place);
}

QString sentence(const Error& error, Place place)
{
    return sentence(error, place, {53682, 53683, 53684}); // the built-in salesforce.redirectPorts
}

} // namespace companion::text

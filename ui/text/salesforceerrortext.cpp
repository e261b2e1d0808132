// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/salesforceerrortext.h"

#include "ui/text/plaintext.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct SalesforceErrorText
    {
        Q_DECLARE_TR_FUNCTIONS(SalesforceErrorText)
    };

    struct KnownCode
    {
        const char* code;
        const char* sentence;
    };

    // Codes whose sentence needs nothing from the error: sign-in first (1.7), then the interface
    // (2.2).
    constexpr std::array knownCodes{
        KnownCode{"access_denied",
                  QT_TRANSLATE_NOOP(
                      "SalesforceErrorText",
                      "Access was not granted in the browser. Sign in again and choose Allow.")},
        KnownCode{
            "inactive_user",
            QT_TRANSLATE_NOOP(
                "SalesforceErrorText",
                "Your Salesforce user is locked or frozen. Ask your Salesforce administrator.")},
        KnownCode{
            "inactive_org",
            QT_TRANSLATE_NOOP(
                "SalesforceErrorText",
                "This Salesforce organisation is not active. Ask your Salesforce administrator.")},
        KnownCode{"invalid_client_id",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce does not know this Consumer Key. Check it, and "
                                    "whether the sign-in address belongs to the "
                                    "same organisation; a new app takes up to ten minutes.")},
        KnownCode{"invalid_client",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "The Consumer Secret is wrong or missing. Check it, or let the "
                                    "app do without one.")},
        KnownCode{"invalid_app_access",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "You are not approved to use this app. Ask your Salesforce "
                                    "administrator to assign it to you.")},
        KnownCode{"app_blocked",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Your organisation has blocked this app. Ask your Salesforce "
                                    "administrator to allow it.")},
        KnownCode{"app_not_found",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "The app is not installed in this organisation. Ask your "
                                    "Salesforce administrator to install it.")},
        KnownCode{"oauth_flow_disabled",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "The app does not allow this way to sign in. Ask your "
                                    "Salesforce administrator to enable the "
                                    "authorization code flow.")},
        KnownCode{"invalid_scope",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "The app lacks a permission. It needs the scopes api, "
                                    "refresh_token and openid; ask your Salesforce "
                                    "administrator to add them.")},
        KnownCode{"rate_limit_exceeded",
                  QT_TRANSLATE_NOOP(
                      "SalesforceErrorText",
                      "Too many sign-ins in a short time. Wait some minutes and try again.")},
        KnownCode{"server_error",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce has an internal error. Try again later.")},
        KnownCode{"service_unavailable",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce is not available just now. Try again later.")},
        KnownCode{"system_down",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce is not available just now. Try again later.")},
        KnownCode{"unknown_error",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce has an internal error. Try again later.")},
        KnownCode{"API_DISABLED_FOR_ORG",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "This Salesforce edition, or your profile, has no API access. "
                                    "The companion needs it; ask your "
                                    "Salesforce administrator.")},
        KnownCode{
            "API_CURRENTLY_DISABLED",
            QT_TRANSLATE_NOOP("SalesforceErrorText",
                              "Salesforce has switched the API off for a while. Try again later.")},
        KnownCode{"REQUEST_LIMIT_EXCEEDED",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Your organisation has used up its API requests of the last 24 "
                                    "hours. Entries are kept and sent later; "
                                    "callers are looked up in the local phonebook.")},
        KnownCode{
            "INVALID_SESSION_ID",
            QT_TRANSLATE_NOOP("SalesforceErrorText",
                              "Salesforce has ended the session. Sign in to Salesforce again.")},
        KnownCode{
            "INSUFFICIENT_ACCESS",
            QT_TRANSLATE_NOOP(
                "SalesforceErrorText",
                "You may not change this record. Ask its owner or your Salesforce administrator.")},
        KnownCode{
            "INSUFFICIENT_ACCESS_OR_READONLY",
            QT_TRANSLATE_NOOP(
                "SalesforceErrorText",
                "You may not change this record. Ask its owner or your Salesforce administrator.")},
        KnownCode{"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "You may not link to this record. Choose another one, or ask "
                                    "your Salesforce administrator.")},
        KnownCode{
            "INVALID_CROSS_REFERENCE_KEY",
            QT_TRANSLATE_NOOP("SalesforceErrorText",
                              "The record was deleted or merged meanwhile. Choose another one.")},
        KnownCode{"DUPLICATES_DETECTED",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "A record like this already exists. Open the existing one, or "
                                    "save anyway if that is allowed.")},
        KnownCode{"UNABLE_TO_LOCK_ROW",
                  QT_TRANSLATE_NOOP(
                      "SalesforceErrorText",
                      "Somebody else is changing this record just now. Try again in a moment.")},
        KnownCode{"QUERY_TIMEOUT",
                  QT_TRANSLATE_NOOP(
                      "SalesforceErrorText",
                      "Salesforce took too long over the search. Try again, or type more.")},
        KnownCode{"ENTITY_IS_DELETED",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "The record was deleted in Salesforce meanwhile.")},
        KnownCode{"SERVER_UNAVAILABLE",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Salesforce is not available just now; it may be under "
                                    "maintenance. Try again later.")},
        KnownCode{"INVALID_TYPE",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Your user cannot see one kind of record that is searched. Ask "
                                    "your Salesforce administrator, or take it "
                                    "out of the settings.")},
        KnownCode{"INVALID_FIELD",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "A field that is needed is hidden from your user. Ask your "
                                    "Salesforce administrator.")},
        KnownCode{"INVALID_FIELD_FOR_INSERT_UPDATE",
                  QT_TRANSLATE_NOOP("SalesforceErrorText",
                                    "Your user may not fill a field that is needed. Ask your "
                                    "Salesforce administrator.")},
    };

    //! Codes that come with words of the organisation's own, which say it best.
    bool isInServersWords(const QString& code)
    {
        static const QStringList codes{u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                                       u"INVALID_EMAIL_ADDRESS"_s,
                                       u"STRING_TOO_LONG"_s,
                                       u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_s,
                                       u"CANNOT_EXECUTE_FLOW_TRIGGER"_s,
                                       u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s};
        return codes.contains(code);
    }

    QString invalidGrant(const Error& error)
    {
        const QString said = QString(error.sentence + u' ' + error.detail).toLower();
        if (said.contains("ip restricted"_L1) || said.contains("login hours"_L1))
            return SalesforceErrorText::tr(
                "Salesforce does not allow signing in from here, or at this hour. Try again "
                "from the office network or within your login hours.");
        if (said.contains("approved"_L1))
            return SalesforceErrorText::tr(
                "Access to the app was taken back. Sign in to Salesforce again.");
        if (said.contains("refresh token"_L1))
            return SalesforceErrorText::tr(
                "The sign-in to Salesforce has expired or was taken back. Sign in again; "
                "your settings are kept.");
        return SalesforceErrorText::tr("Salesforce did not accept the sign-in. Start it again.");
    }

    QString redirectMismatch(const QList<quint16>& ports)
    {
        QStringList addresses;
        for (const auto port : ports)
            addresses.append(u"http://localhost:%1/oauth/callback"_s.arg(port));
        return SalesforceErrorText::
            tr("The Salesforce app does not know the companion's callback address. Register these "
               "as callback URLs: %1")
                .arg(addresses.join(u", "_s));
    }

    //! For a page that shows Salesforce's own error nothing comes back, so this is where a wrong
    //! Consumer Key or callback ends.
    QString nothingCameBack(const QList<quint16>& ports)
    {
        QStringList addresses;
        for (const auto port : ports)
            addresses.append(u"http://localhost:%1/oauth/callback"_s.arg(port));
        return SalesforceErrorText::tr(
                   "Nothing came back from the browser in time. If it showed an error, check the "
                   "Consumer Key and that the app has these callback URLs: %1")
            .arg(addresses.join(u", "_s));
    }

    //! What is wrong with what was filled in, before anybody was asked.
    QString wrongEntry(const Error& error)
    {
        if (error.detail == "plain http"_L1)
            return SalesforceErrorText::tr(
                "The sign-in address must begin with https://, or what you type could be read on "
                "the way.");
        if (error.detail == "no address"_L1)
            return SalesforceErrorText::tr("This is not an address. A sign-in address looks like "
                                           "https://login.salesforce.com.");
        if (error.detail == "no consumer key"_L1)
            return SalesforceErrorText::tr(
                "The Consumer Key is missing. It is in the settings of the app in Salesforce.");
        return {};
    }

    QString missingFields(const Error& error)
    {
        QStringList names;
        for (const auto& field : error.fields)
            names.append(plain(field, 80));
        return names.isEmpty() ? SalesforceErrorText::tr(
                   "Salesforce needs more fields. Fill in all that are required.")
                               : SalesforceErrorText::tr("Salesforce needs these fields: %1.")
                                     .arg(names.join(u", "_s));
    }

} // namespace

QString salesforceSentence(const Error& error, const QList<quint16>& redirectPorts)
{
    if (error.code == "invalid_grant"_L1)
        return invalidGrant(error);
    if (error.code == "sign_in_timeout"_L1)
        return nothingCameBack(redirectPorts);
    if (QString wrong = wrongEntry(error); error.code.isEmpty() && !wrong.isEmpty())
        return wrong;
    if (error.code == "redirect_uri_mismatch"_L1 || error.code == "redirect_uri_missing"_L1)
        return redirectMismatch(redirectPorts);
    if (error.code == "REQUIRED_FIELD_MISSING"_L1)
        return missingFields(error);
    QString said = plain(error.sentence, 500);
    if (isInServersWords(error.code) && !said.isEmpty())
        return said;
    for (const auto& known : knownCodes)
        if (error.code == QLatin1StringView(known.code))
            return SalesforceErrorText::tr(known.sentence);
    return {};
}

} // namespace companion::text

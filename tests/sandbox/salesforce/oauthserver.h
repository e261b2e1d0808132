// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/apitypes.h"
#include "tests/sandbox/salesforce/orgstate.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <optional>

namespace companion::sandbox {

//! \brief How the org's administrator has set up the app (salesforce-api.md 1.1).
struct AppRegistration
{
    QString clientId;
    //! Checked whenever it is sent; needed only where the next two say so.
    QString clientSecret;
    bool secretRequired = false;
    bool secretRequiredForRefresh = false;
    bool pkceRequired = true;
    bool rotation = false;
    bool autoApprove = false;
    //! Access tokens in the form of a JWT, longer than the opaque ones.
    bool jwtTokens = false;
    QStringList callbacks;
    QStringList scopes;
    std::chrono::seconds accessLifetime{7200};
    std::chrono::seconds codeLifetime{900};
};

//! \brief The sign-in half of the org: authorization page, token endpoint with its refusals,
//! revoke, introspection, identity (salesforce-api.md 1). Knows which access tokens are good.
class OAuthServer
{
public:
    explicit OAuthServer(OrgState& state);

    void reset();
    [[nodiscard]] AppRegistration& app() { return m_app; }
    [[nodiscard]] const AppRegistration& app() const { return m_app; }
    //! \brief Replaces the registered callbacks; false if one of them could not be registered.
    bool setCallbacks(const QStringList& callbacks);

    [[nodiscard]] bool isMine(const QString& path) const;
    HttpResponse handle(const HttpRequest& request, const QString& path);

    enum class Standing { Good, Bad, WithoutApi };
    [[nodiscard]] Standing standingOf(const QString& accessToken) const;
    void expireAccessTokens() { m_accessTokens.clear(); }
    void revokeEverything();
    [[nodiscard]] QJsonObject toJson() const;

private:
    struct Grant
    {
        QString redirectUri;
        QString challenge;
        QStringList scopes;
        QString state;
        QDateTime until;
    };
    struct AccessToken
    {
        int family = 0;
        QStringList scopes;
        QDateTime issued;
        QDateTime until;
    };
    struct RefreshToken
    {
        int family = 0;
        QStringList scopes;
        //! Replaced by rotation: using it again counts as theft.
        bool used = false;
    };

    HttpResponse authorize(const Parameters& parameters);
    HttpResponse decide(const Parameters& form);
    HttpResponse finish(const Grant& grant, bool allowed);
    HttpResponse token(const HttpRequest& request, const Parameters& form);
    HttpResponse exchangeCode(const Parameters& form);
    HttpResponse refresh(const Parameters& form);
    [[nodiscard]] QString newAccessToken() const;
    HttpResponse issue(int family, const QStringList& scopes, const QString& refreshToken);
    HttpResponse revoke(const Parameters& form);
    HttpResponse introspect(const HttpRequest& request, const Parameters& form);
    HttpResponse identity(const HttpRequest& request, const QString& path);
    [[nodiscard]] HttpResponse discovery() const;
    [[nodiscard]] QJsonObject userInfo() const;
    [[nodiscard]] QJsonObject identityDocument() const;
    [[nodiscard]] QString identityUrl() const;
    [[nodiscard]] QJsonObject serviceUrls() const;
    [[nodiscard]] std::optional<HttpResponse>
    checkClient(const HttpRequest& request, const Parameters& form, bool secretRequired) const;
    void dropOldestFamilies();
    void killFamily(int family);

    OrgState& m_state;
    AppRegistration m_app;
    QHash<QString, Grant> m_pending;
    QHash<QString, Grant> m_codes;
    QHash<QString, int> m_usedCodes;
    QHash<QString, AccessToken> m_accessTokens;
    QHash<QString, RefreshToken> m_refreshTokens;
    int m_lastFamily = 0;
};

//! \brief The bearer token of a request, empty without one.
[[nodiscard]] QString bearerToken(const HttpRequest& request);

} // namespace companion::sandbox

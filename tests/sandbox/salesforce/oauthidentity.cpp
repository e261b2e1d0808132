// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of OAuthServer that says who the user is and where things are
// (salesforce-api.md 1.3, 1.9).
#include "tests/sandbox/salesforce/oauthanswers.h"
#include "tests/sandbox/salesforce/oauthserver.h"

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    HttpResponse tokenComplaint(const QByteArray& text)
    {
        // Plain text, not JSON: it catches clients that expect JSON everywhere.
        HttpResponse response;
        response.status = 403;
        response.contentType = "text/html; charset=UTF-8";
        response.body = text;
        return response;
    }

} // namespace

QString OAuthServer::identityUrl() const
{
    return m_state.baseUrl.toString() + u"/id/"_s + m_state.organizationId + u'/' + m_state.userId;
}

QJsonObject OAuthServer::serviceUrls() const
{
    const QString base = m_state.instanceUrl.toString();
    const QString rest = base + u"/services/data/v{version}/"_s;
    return {{u"enterprise"_s,
             QString(base + u"/services/Soap/c/{version}/"_s + m_state.organizationId.left(15))},
            {u"metadata"_s,
             QString(base + u"/services/Soap/m/{version}/"_s + m_state.organizationId.left(15))},
            {u"partner"_s,
             QString(base + u"/services/Soap/u/{version}/"_s + m_state.organizationId.left(15))},
            {u"rest"_s, rest},
            {u"sobjects"_s, QString(rest + u"sobjects/"_s)},
            {u"search"_s, QString(rest + u"search/"_s)},
            {u"query"_s, QString(rest + u"query/"_s)},
            {u"recent"_s, QString(rest + u"recent/"_s)},
            {u"profile"_s, QString(base + u'/' + m_state.userId)},
            {u"custom_domain"_s, base}};
}

QJsonObject OAuthServer::userInfo() const
{
    const Record* user = m_state.store.find(m_state.userId);
    if (!user)
        return {};
    const QString base = m_state.instanceUrl.toString();
    const QString picture = base + u"/profilephoto/005/F"_s;
    const QString thumbnail = base + u"/profilephoto/005/T"_s;
    return {{u"sub"_s, identityUrl()},
            {u"user_id"_s, m_state.userId},
            {u"organization_id"_s, m_state.organizationId},
            {u"preferred_username"_s, user->text(u"Username"_s)},
            {u"nickname"_s, user->text(u"FirstName"_s).toLower()},
            {u"name"_s, user->text(u"Name"_s)},
            {u"email"_s, user->text(u"Email"_s)},
            {u"email_verified"_s, true},
            {u"given_name"_s, user->text(u"FirstName"_s)},
            {u"family_name"_s, user->text(u"LastName"_s)},
            {u"zoneinfo"_s, user->text(u"TimeZoneSidKey"_s)},
            {u"photos"_s, QJsonObject{{u"picture"_s, picture}, {u"thumbnail"_s, thumbnail}}},
            {u"profile"_s, QString(base + u'/' + m_state.userId)},
            {u"picture"_s, picture},
            {u"address"_s, QJsonObject{{u"country"_s, u"US"_s}}},
            {u"is_salesforce_integration_user"_s, false},
            {u"urls"_s, serviceUrls()},
            {u"active"_s, user->values.value("IsActive"_L1)},
            {u"user_type"_s, u"STANDARD"_s},
            {u"language"_s, u"en_US"_s},
            {u"locale"_s, u"en_US"_s},
            {u"utcOffset"_s, -28'800'000},
            {u"updated_at"_s, user->text(u"LastModifiedDate"_s)},
            {u"is_app_installed"_s, true}};
}

QJsonObject OAuthServer::identityDocument() const
{
    const QJsonObject info = userInfo();
    return {{u"id"_s, identityUrl()},
            {u"asserted_user"_s, true},
            {u"user_id"_s, m_state.userId},
            {u"organization_id"_s, m_state.organizationId},
            {u"username"_s, info.value("preferred_username"_L1)},
            {u"nick_name"_s, info.value("nickname"_L1)},
            {u"display_name"_s, info.value("name"_L1)},
            {u"email"_s, info.value("email"_L1)},
            {u"email_verified"_s, true},
            {u"first_name"_s, info.value("given_name"_L1)},
            {u"last_name"_s, info.value("family_name"_L1)},
            {u"timezone"_s, info.value("zoneinfo"_L1)},
            {u"photos"_s, info.value("photos"_L1)},
            {u"addr_street"_s, QJsonValue::Null},
            {u"addr_city"_s, QJsonValue::Null},
            {u"addr_state"_s, QJsonValue::Null},
            {u"addr_country"_s, u"US"_s},
            {u"addr_zip"_s, QJsonValue::Null},
            {u"mobile_phone"_s, QJsonValue::Null},
            {u"mobile_phone_verified"_s, false},
            {u"is_lightning_login_user"_s, false},
            {u"status"_s,
             QJsonObject{{u"created_date"_s, QJsonValue::Null}, {u"body"_s, QJsonValue::Null}}},
            {u"urls"_s, info.value("urls"_L1)},
            {u"active"_s, info.value("active"_L1)},
            {u"user_type"_s, u"STANDARD"_s},
            {u"language"_s, u"en_US"_s},
            {u"locale"_s, u"en_US"_s},
            {u"utcOffset"_s, -28'800'000},
            {u"last_modified_date"_s, info.value("updated_at"_L1)},
            {u"is_app_installed"_s, true}};
}

HttpResponse OAuthServer::identity(const HttpRequest& request, const QString& path)
{
    const bool isUserInfo = path.endsWith("/userinfo"_L1);
    m_state.log.count(isUserInfo ? u"userinfo"_s : u"identity"_s);
    if (path == "/id/keys"_L1)
        return jsonAnswer(QJsonObject{{u"keys"_s, QJsonArray{}}});
    QString token = bearerToken(request);
    if (token.isEmpty())
        token = valueOf(parseFormPairs(request.query.toString(QUrl::FullyEncoded).toUtf8()),
                        u"oauth_token");
    if (token.isEmpty())
        return tokenComplaint("Missing_OAuth_Token");
    if (standingOf(token) == Standing::Bad)
        return tokenComplaint("Bad_OAuth_Token");
    if (isUserInfo)
        return jsonAnswer(userInfo());
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (toLongId(parts.value(1)) != m_state.organizationId)
        return tokenComplaint("Wrong_Org");
    if (toLongId(parts.value(2)) != m_state.userId)
        return tokenComplaint("Bad_Id");
    return jsonAnswer(identityDocument());
}

HttpResponse OAuthServer::discovery() const
{
    const QString base = m_state.baseUrl.toString();
    const QString oauth = base + u"/services/oauth2/"_s;
    return jsonAnswer(QJsonObject{
        {u"issuer"_s, base},
        {u"authorization_endpoint"_s, QString(oauth + u"authorize"_s)},
        {u"token_endpoint"_s, QString(oauth + u"token"_s)},
        {u"revocation_endpoint"_s, QString(oauth + u"revoke"_s)},
        {u"userinfo_endpoint"_s, QString(oauth + u"userinfo"_s)},
        {u"introspection_endpoint"_s, QString(oauth + u"introspect"_s)},
        {u"jwks_uri"_s, QString(base + u"/id/keys"_s)},
        {u"scopes_supported"_s,
         QJsonArray::fromStringList({u"full"_s, u"api"_s, u"id"_s, u"openid"_s, u"profile"_s,
                                     u"email"_s, u"offline_access"_s, u"refresh_token"_s,
                                     u"web"_s})},
        {u"response_types_supported"_s, QJsonArray{u"code"_s, u"token"_s, u"token id_token"_s}},
        {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
        {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
        {u"display_values_supported"_s, QJsonArray{u"page"_s, u"popup"_s, u"touch"_s}},
        {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
        {u"token_endpoint_auth_methods_supported"_s,
         QJsonArray{u"client_secret_post"_s, u"client_secret_basic"_s, u"private_key_jwt"_s}}});
}

} // namespace companion::sandbox

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/salesforce/oauthserver.h"
#include "tests/sandbox/salesforce/orgstate.h"
#include "tests/sandbox/salesforce/restapi.h"

#include <QJsonArray>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace companion::sandbox {

//! \brief A Salesforce org: sign-in, REST interface, pages for a browser, and a control interface
//! by which tests make it misbehave and look at what it was asked. Given requests, it answers; the
//! listening is the caller's. `README.md` beside this file describes the control interface.
class SalesforceOrg : public QObject
{
    Q_OBJECT
public:
    explicit SalesforceOrg(QObject* parent = nullptr);

    //! \brief Anything that a Salesforce host serves.
    HttpResponse handle(const HttpRequest& request);
    //! \brief Paths below /control/salesforce/.
    HttpResponse control(const HttpRequest& request);

    //! \brief `http://localhost:PORT`: login host and instance_url.
    void setBaseUrl(const QUrl& url);
    void setIndexDelay(std::chrono::milliseconds delay);
    [[nodiscard]] QString clientId() const { return m_oauth.app().clientId; }
    [[nodiscard]] QString clientSecret() const { return m_oauth.app().clientSecret; }
    //! \brief Contacts, leads and accounts with their numbers, for the control page.
    [[nodiscard]] QJsonArray people() const;

private:
    enum class Moment { BeforeCommit, AfterCommit };

    // The REST interface by HTTP
    HttpResponse restRequest(const HttpRequest& request, const QString& path);
    HttpResponse versions() const;
    [[nodiscard]] std::optional<ApiError> refusedToken(const HttpRequest& request,
                                                       const QString& subject);
    [[nodiscard]] std::optional<ApiError> refusedUse(const QString& subject);
    [[nodiscard]] std::optional<ApiError> refusedForm(const HttpRequest& request) const;
    [[nodiscard]] std::optional<HttpResponse> brokenServer(const QString& subject);
    HttpResponse toHttp(const HttpRequest& request, const ApiReply& reply, const QString& subject);
    void finish(HttpResponse& response, const HttpRequest& request, const QString& subject);
    [[nodiscard]] QByteArray limitHeader() const;

    // The control interface
    enum class SignIns { Forget, Keep };
    void reset(SignIns signIns);
    HttpResponse fillUp(int count);
    HttpResponse setFault(const QJsonObject& order);
    bool applySetting(const QString& name, const QJsonValue& value, bool on);
    bool applySchemaSetting(const QString& name, const QJsonValue& value, bool on);
    bool applyRuleSetting(const QString& name, const QJsonValue& value, bool on);
    HttpResponse editRecord(const HttpRequest& request, const QJsonObject& order);
    [[nodiscard]] QJsonObject stateReport() const;
    [[nodiscard]] QJsonArray rowsOf(const QString& object) const;

    OrgState m_state;
    RestApi m_rest;
    OAuthServer m_oauth;
    //! What a reset goes back to.
    std::chrono::milliseconds m_indexDelay{120'000};
};

} // namespace companion::sandbox

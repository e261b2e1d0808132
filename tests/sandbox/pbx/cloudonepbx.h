// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/pbx/callarchive.h"
#include "tests/sandbox/pbx/contactbook.h"
#include "tests/sandbox/pbx/eventfeed.h"
#include "tests/sandbox/pbx/exchange.h"
#include "tests/sandbox/pbx/pbxsettings.h"
#include "tests/sandbox/pbx/stories.h"
#include "tests/sandbox/pbx/tokenstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace companion::sandbox {

//! \brief A Cloud One PBX on a loopback port: its OpenAPI and its event stream, as strict as
//! cloudone-pbx-api.md A12 says. `control()` is the back door for tests and the control page.
class CloudOnePbx : public QObject
{
    Q_OBJECT

public:
    explicit CloudOnePbx(QObject* parent = nullptr);

    bool listen(quint16 port = 0);
    void setTls(const QSslConfiguration& configuration);
    [[nodiscard]] QUrl url() const;
    //! \brief Who answers requests that are not for the PBX's interface, nor for its control.
    void setElsewhere(HttpServer::Route route);

    [[nodiscard]] const PbxSettings& settings() const { return m_settings; }
    void setSettings(const PbxSettings& settings);
    [[nodiscard]] Exchange& exchange() { return m_exchange; }
    [[nodiscard]] EventFeed& feed() { return m_feed; }
    [[nodiscard]] Office& office() { return m_office; }
    [[nodiscard]] const CallArchive& archive() const { return m_archive; }
    [[nodiscard]] const StoryTeller& stories() const { return m_stories; }
    [[nodiscard]] int requestCount(const QString& endpoint) const;

    //! \brief Everything as it was at the start, sockets dropped.
    void reset();
    //! \brief Paths below /control/pbx/.
    HttpResponse control(const HttpRequest& request);

private:
    using Endpoint = std::function<QJsonObject(const HttpRequest&)>;
    using Control = std::function<HttpResponse(const QJsonObject&)>;
    struct Entry
    {
        QByteArray method;
        Endpoint answer;
    };

    void addEndpoints();
    void addCallEndpoints();
    void addBookEndpoints();
    HttpResponse answer(const HttpRequest& request);
    [[nodiscard]] std::optional<HttpResponse> brokenAnswer() const;
    QJsonObject answerEndpoint(const QString& name, const HttpRequest& request);
    std::optional<HttpResponse> decideUpgrade(const HttpRequest& request);

    QJsonObject getToken(const HttpRequest& request);
    QJsonObject refreshToken(const HttpRequest& request);
    [[nodiscard]] std::optional<QJsonObject> blocked(const QString& peer) const;
    [[nodiscard]] static QJsonObject grantJson(const TokenStore::Grant& grant,
                                               const TokenStore::Lifetimes& lifetimes);
    QJsonObject dial(const QJsonObject& order);
    QJsonObject transfer(const QJsonObject& order);
    [[nodiscard]] QJsonObject queryCalls(const HttpRequest& request) const;
    [[nodiscard]] QJsonObject extensions(const HttpRequest& request, const QString& words) const;
    [[nodiscard]] QJsonObject systemInformation() const;

    // The back door, in pbxcontrol.cpp
    void addControls();
    void addPhoneControls();
    void addHandoverControls();
    void addMachineControls();
    HttpResponse look(const QString& what) const;
    [[nodiscard]] QString meant(const QJsonObject& order) const;
    [[nodiscard]] CallOrder orderFrom(const QJsonObject& words) const;
    HttpResponse placeCall(const QJsonObject& order);
    HttpResponse passOn(const QJsonObject& order);
    HttpResponse changeSettings(const QJsonObject& changes);
    HttpResponse breakSomething(const QJsonObject& order);
    HttpResponse tellStory(const QJsonObject& order);
    HttpResponse sayFrame(const QJsonObject& order);
    HttpResponse restart(const QJsonObject& order);
    void goDown(int milliseconds);
    void comeUp();
    [[nodiscard]] QJsonObject stateReport() const;
    [[nodiscard]] QJsonArray callReport() const;
    [[nodiscard]] QJsonArray peopleReport() const;

    void applySettings();

    struct Failures
    {
        int count = 0;
        QDateTime blockedUntil;
    };

    PbxSettings m_settings;
    PbxFaults m_faults;
    Office m_office;
    Exchange m_exchange;
    TokenStore m_tokens;
    CallArchive m_archive;
    ContactBook m_contacts;
    EventFeed m_feed;
    StoryTeller m_stories;
    HttpServer m_server;
    HttpServer::Route m_elsewhere;
    QHash<QString, Entry> m_endpoints;
    QHash<QString, Control> m_controls;
    QHash<QString, Failures> m_failures; //!< of get_token, by address
    QMap<QString, int> m_requests;
    QString m_latestCall;
    QTimer m_outage;
};

} // namespace companion::sandbox

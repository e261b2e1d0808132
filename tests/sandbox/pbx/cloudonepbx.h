// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpserver.h"
#include "tests/sandbox/pbx/callarchive.h"
#include "tests/sandbox/pbx/contactbook.h"
#include "tests/sandbox/pbx/eventfeed.h"
#include "tests/sandbox/pbx/exchange.h"
#include "tests/sandbox/pbx/stories.h"
#include "tests/sandbox/pbx/tokenstore.h"

#include <QHash>
#include <QObject>

#include <functional>

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
};

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

    [[nodiscard]] const PbxSettings& settings() const { return m_settings; }
    void setSettings(const PbxSettings& settings);
    [[nodiscard]] Exchange& exchange() { return m_exchange; }
    [[nodiscard]] EventFeed& feed() { return m_feed; }
    [[nodiscard]] Office& office() { return m_office; }
    [[nodiscard]] const CallArchive& archive() const { return m_archive; }
    [[nodiscard]] int requestCount(const QString& endpoint) const;

    //! \brief Everything as it was at the start, sockets dropped.
    void reset();
    //! \brief Paths below /control/pbx/.
    HttpResponse control(const HttpRequest& request);

private:
    using Endpoint = std::function<QJsonObject(const HttpRequest&)>;
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

    // The back door
    QJsonObject controlCall(const QString& what, const QJsonObject& order);
    QJsonObject controlTransfer(const QJsonObject& order);
    QJsonObject controlSettings(const QJsonObject& changes);
    QJsonObject controlFault(const QJsonObject& order);
    bool setStateFault(const QString& name, const QJsonValue& value);
    bool playMomentFault(const QString& name, const QJsonValue& value);
    void refuseConnections(const QJsonValue& value);
    [[nodiscard]] QJsonObject stateReport() const;
    [[nodiscard]] CallOrder orderFrom(const QJsonObject& words) const;
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
    QHash<QString, Entry> m_endpoints;
    QHash<QString, Failures> m_failures; //!< of get_token, by address
    QMap<QString, int> m_requests;
};

} // namespace companion::sandbox

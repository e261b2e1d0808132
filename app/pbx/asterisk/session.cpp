// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the session gets and stays connected. What it does with a connection is in
// sessioncalls.cpp.
#include "app/pbx/asterisk/session.h"

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"

#include <QRandomGenerator>

#include <utility>

namespace companion::pbx::asterisk {

using namespace Qt::StringLiterals;

namespace {

    constexpr int hurriedAttempts = 120; // some five minutes
    constexpr qsizetype maxHeldBack = 100000;

} // namespace

Session::Session(HttpTransport& http, MakeSocket makeSocket, QObject* parent)
    : Session(http, std::move(makeSocket), Timing{}, parent)
{}

Session::Session(HttpTransport& http, MakeSocket makeSocket, const Timing& timing, QObject* parent)
    : PbxLink(parent), m_api(http), m_makeSocket(std::move(makeSocket)), m_timing(timing)
{
    m_status.kind = u"asterisk"_s;
    for (auto* timer : {&m_retry, &m_heartbeat, &m_answerLimit, &m_colleaguesDue})
        timer->setSingleShot(true);
    connect(&m_colleaguesDue, &QTimer::timeout, this, &Session::colleaguesChanged);
    connect(&m_retry, &QTimer::timeout, this, &Session::connectAgain);
    connect(&m_heartbeat, &QTimer::timeout, this, &Session::beat);
    connect(&m_answerLimit, &QTimer::timeout, this, [this] {
        lost({Error::Kind::Timeout, u"heartbeat unanswered"_s});
    });
}

Session::~Session() = default;

void Session::enter(LinkState state, const std::optional<Error>& problem)
{
    if (m_status.state != state)
        m_status.since = QDateTime::currentDateTime();
    m_status.state = state;
    m_status.problem = problem;
    Q_EMIT statusChanged(m_status);
}

QString Session::endpoint() const
{
    return m_account.technology + u'/' + m_account.extension;
}

void Session::newApplicationName()
{
    m_application = u"companion-%1-%2"_s.arg(m_account.extension)
                        .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
}

void Session::start(const PbxAccount& account, const QString& secret, const QString& email)
{
    Q_UNUSED(email) // Asterisk knows no e-mail of an endpoint
    ++m_round;
    dropSocket();
    m_retry.stop();
    m_account = account;
    m_account.extension = account.extension.trimmed();
    m_colleagues.clear();
    m_attempt = 0;
    m_wasConnected = false;
    m_isReadOnly = false;
    m_isRunning = true;
    const auto address = serverAddress(account.url);
    m_status = {.kind = u"asterisk"_s, .url = address ? address->toString() : account.url};
    if (!address)
        return failed(address.error());
    m_api.setAddress(*address);
    m_api.setUser(account.clientId, secret);
    m_board.setOwn(endpoint(), m_account.context);
    newApplicationName();
    enter(LinkState::Connecting);
    connectAgain();
}

QFuture<Result<Done>> Session::stop(Stop how)
{
    Q_UNUSED(how) // there is no token to free
    ++m_round;
    m_isRunning = false;
    m_retry.stop();
    dropSocket();
    m_api.setUser({}, {});
    m_board.clear();
    enter(LinkState::SignedOut);
    return async::ready<Done>(Done{});
}

void Session::reconnectNow()
{
    if (!m_isRunning || m_status.state == LinkState::Failed)
        return;
    m_attempt = 0;
    if (m_status.state == LinkState::Connected)
        enter(LinkState::Reconnecting);
    connectAgain();
}

void Session::inThisRound(const Api::Reply& reply, const Then& then)
{
    async::onReady(reply, this, [this, then, round = m_round](const Result<HttpReply>& answer) {
        if (round == m_round && m_isRunning)
            then(readAnswer(answer));
    });
}

void Session::connectAgain()
{
    if (!m_isRunning)
        return;
    ++m_round;
    m_retry.stop();
    dropSocket();
    inThisRound(m_api.information(), [this](const Result<QJsonDocument>& answer) {
        if (!answer)
            return refused(answer.error());
        const auto system = readInformation(*answer);
        if (system.version.isEmpty())
            return refused({Error::Kind::Malformed, u"not a pbx"_s});
        m_status.firmware = system.version;
        m_status.serial = system.entityId;
        askEndpoints();
    });
}

void Session::askEndpoints()
{
    inThisRound(m_api.endpoints(), [this](const Result<QJsonDocument>& answer) {
        if (!answer)
            return refused(answer.error());
        if (const auto taken = takeEndpoints(answer->array()); !taken)
            return refused(taken.error());
        openSocket();
    });
}

Result<Done> Session::takeEndpoints(const QJsonArray& rows)
{
    bool isThere = false;
    for (const auto& value : rows) {
        const auto row = value.toObject();
        const QString name = row["resource"_L1].toString().left(80);
        if (row["technology"_L1].toString() != m_account.technology || name.isEmpty())
            continue;
        isThere = isThere || name == m_account.extension;
        auto& colleague = m_colleagues[name];
        colleague.number = name;
        const bool isOffline = row["state"_L1].toString() == "offline"_L1;
        const bool isIdle = row["channel_ids"_L1].toArray().isEmpty();
        colleague.line = isOffline ? Colleague::Line::Offline
            : isIdle               ? Colleague::Line::Idle
                                   : Colleague::Line::Busy;
    }
    if (!isThere)
        return Error{Error::Kind::NotFound, u"no such extension"_s};
    m_status.extension = m_account.extension;
    Q_EMIT colleaguesChanged();
    return Done{};
}

void Session::openSocket()
{
    m_socket = m_makeSocket();
    auto* socket = m_socket.get();
    connect(socket, &Socket::opened, this, &Session::onOpened);
    connect(socket, &Socket::textReceived, this, &Session::onFrame);
    connect(socket, &Socket::pongReceived, this, [this] { m_answerLimit.stop(); });
    connect(socket, &Socket::closed, this, &Session::refused);
    socket->open(m_api.eventsUrl(m_application), {m_api.authorization()}, {u"ari"_s});
}

void Session::onOpened()
{
    m_silence.start();
    m_answerLimit.start(m_timing.snapshotAnswer);
    inThisRound(m_api.filterEvents(m_application), [this](const Result<QJsonDocument>& answer) {
        m_isReadOnly = !answer && answer.error().kind == Error::Kind::Forbidden;
    });
    askSnapshot();
}

void Session::askSnapshot()
{
    inThisRound(m_api.channels(), [this](const Result<QJsonDocument>& channels) {
        if (!channels)
            return refused(channels.error());
        inThisRound(m_api.bridges(),
                    [this, rows = channels->array()](const Result<QJsonDocument>& bridges) {
                        if (!bridges)
                            return refused(bridges.error());
                        takeSnapshot(rows, bridges->array());
                    });
    });
}

void Session::takeSnapshot(const QJsonArray& channels, const QJsonArray& bridges)
{
    m_snapshot = m_board.takeAll(parseChannels(channels), parseBridges(bridges),
                                 QDateTime::currentDateTime());
    askQuestions();
    if (!m_board.isWaiting())
        finishSnapshot();
}

void Session::finishSnapshot()
{
    m_answerLimit.stop();
    m_heartbeat.start(m_timing.heartbeat);
    m_attempt = 0;
    m_wasConnected = true;
    m_isTold = true;
    learnNames();
    enter(LinkState::Connected);
    tell(std::exchange(m_snapshot, {}));
    Q_EMIT snapshotTaken(m_board.alive());
    const auto heldBack = std::exchange(m_heldBack, {});
    for (const auto& event : heldBack)
        onEvent(event);
    askNames(m_colleagues.keys());
}

void Session::onFrame(const QString& text)
{
    m_silence.restart();
    if (m_isTold)
        m_answerLimit.stop(); // any word is a sign of life
    const auto event = parseEvent(text, QDateTime::currentDateTime());
    if (!event) {
        qCWarning(lcPbx) << "a frame was dropped:" << event.error().detail;
        return;
    }
    if (event->type == AriEvent::Type::Other)
        return;
    if (event->type == AriEvent::Type::Replaced)
        return onReplaced();
    if (event->type == AriEvent::Type::LineState)
        return onLine(*event);
    if (m_isTold)
        onEvent(*event);
    else if (m_heldBack.size() < maxHeldBack)
        m_heldBack.append(*event);
    else
        lost({Error::Kind::Timeout, u"no snapshot"_s});
}

void Session::onReplaced()
{
    // Somebody uses the same name: with another one neither disturbs the other.
    newApplicationName();
    lost({Error::Kind::Offline, u"application replaced"_s});
}

void Session::beat()
{
    if (!m_socket || !m_isTold)
        return;
    const auto silence = std::chrono::milliseconds(m_silence.elapsed());
    if (silence < m_timing.heartbeat) {
        m_heartbeat.start(m_timing.heartbeat - silence);
    } else {
        m_socket->ping();
        if (!m_answerLimit.isActive())
            m_answerLimit.start(m_timing.heartbeatAnswer);
        m_heartbeat.start(m_timing.heartbeat);
    }
    Q_EMIT heartbeatSent(); // last: whoever sees now that the clock has jumped connects again
}

void Session::dropSocket()
{
    m_heartbeat.stop();
    m_answerLimit.stop();
    m_isTold = false;
    m_heldBack.clear();
    m_snapshot.clear();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be in one of its signals
}

void Session::refused(const Error& reason)
{
    switch (reason.kind) {
    case Error::Kind::Unauthorized: // by an answer or at the socket's upgrade
        return failed({reason.kind, u"wrong user or password"_s, reason.code});
    case Error::Kind::Forbidden:
        return failed(reason);
    case Error::Kind::NotFound:
    case Error::Kind::Unsupported:
    case Error::Kind::Malformed:
        // While an Asterisk starts its modules come one by one: what it had a moment ago comes
        // back. Before the first time it is most likely a wrong address.
        if (m_wasConnected)
            return lost(reason);
        failed(reason);
        return m_retry.start(m_timing.patientRetry);
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Rejected:
    case Error::Kind::Storage:
    case Error::Kind::Cancelled:
        return lost(reason);
    }
}

void Session::lost(const Error& reason)
{
    if (!m_isRunning)
        return;
    ++m_round; // what is still on its way belongs to the past
    dropSocket();
    qCInfo(lcPbx) << "the PBX link is down:" << reason.detail << reason.code;
    enter(LinkState::Reconnecting, reason);
    const auto longest =
        m_attempt < hurriedAttempts ? m_timing.longestRetry : m_timing.patientRetry;
    const double share = QRandomGenerator::global()->generateDouble();
    m_retry.start(backoffDelay(m_attempt++, share, m_timing.firstRetry, longest));
}

void Session::failed(const Error& reason)
{
    ++m_round;
    dropSocket();
    m_retry.stop();
    qCWarning(lcPbx) << "the PBX refuses the sign-in:" << reason.detail << reason.code;
    enter(LinkState::Failed, reason);
}

} // namespace companion::pbx::asterisk

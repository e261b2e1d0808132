// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/session.h"

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"
#include "app/pbx/cloudone/frameparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>
#include <memory>
#include <utility>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto maxExtensions = 1000;

    QString subscription()
    {
        return u"{\"topic_list\":[30007,30008,30009,30011,30012,30013,30014,30015]}"_s;
    }

    //! Errors that nothing but a person can change: trying again would only make it worse.
    bool isFinal(const Error& error)
    {
        static const QStringList codes{u"-1"_s, u"70004"_s, u"70087"_s, u"70123"_s, u"10005"_s};
        return codes.contains(error.code) || error.detail == "no such extension"_L1;
    }

} // namespace

Session::Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets, QObject* parent)
    : Session(http, std::move(makeSocket), secrets, Timing{}, parent)
{}

Session::Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets,
                 const Timing& timing, QObject* parent)
    : PbxLink(parent)
    , m_api(http)
    , m_makeSocket(std::move(makeSocket))
    , m_secrets(secrets)
    , m_timing(timing)
    , m_zone(QTimeZone::systemTimeZone())
{
    m_status.kind = u"cloudone"_s;
    for (auto* timer : {&m_retry, &m_heartbeat, &m_answerLimit, &m_tokenRefresh})
        timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Session::connectAgain);
    connect(&m_heartbeat, &QTimer::timeout, this, &Session::beat);
    connect(&m_answerLimit, &QTimer::timeout, this, [this] {
        lost({Error::Kind::Timeout, u"heartbeat unanswered"_s});
    });
    connect(&m_tokenRefresh, &QTimer::timeout, this, [this] {
        // A fresh socket goes with the fresh token: the PBX may drop the one of the old (A3).
        refreshTokens();
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

QString Session::tokenName() const
{
    return u"pbx-tokens"_s;
}

void Session::start(const PbxAccount& account, const QString& secret, const QString& email)
{
    ++m_round;
    dropSocket();
    m_retry.stop();
    m_tokenRefresh.stop();
    m_account = account;
    m_secret = secret;
    m_email = email;
    m_tokens = {};
    m_attempt = 0;
    m_wasConnected = false;
    m_mayUseStored = true;
    m_status = {};
    m_status.kind = u"cloudone"_s;
    const auto address = normalizedAddress(account.url);
    m_status.url = address ? address->toString() : account.url;
    m_isRunning = true;
    if (!address)
        return failed(address.error());
    m_api.setAddress(*address);
    enter(LinkState::Connecting);
    readStoredTokens();
}

void Session::readStoredTokens()
{
    async::onReady(m_secrets.read(tokenName()), this,
                   [this, round = m_round](const Result<QString>& stored) {
                       if (round != m_round || !isRunning())
                           return;
                       // "address client id\ntokens": tokens of another PBX or application are of
                       // no use.
                       const QString mine = m_api.address().toString() + u' ' + m_account.clientId;
                       if (stored && stored->section(u'\n', 0, 0) == mine)
                           m_tokens = tokensFrom(stored->section(u'\n', 1).toUtf8());
                       connectAgain();
                   });
}

QFuture<Result<Done>> Session::stop(Stop how)
{
    ++m_round;
    m_isRunning = false;
    m_retry.stop();
    m_tokenRefresh.stop();
    dropSocket();
    auto promise = std::make_shared<async::Promise<Done>>();
    const auto token = std::exchange(m_tokens, {}).access;
    m_secret.clear();
    enter(LinkState::SignedOut);
    if (how == Stop::KeepSession || token.isEmpty()) {
        promise->finish(Done{});
        return promise->future();
    }
    (void)m_secrets.remove(tokenName());
    async::onReady(
        m_api.get(u"del_token"_s, token), this, [promise](const Result<HttpReply>& reply) {
            const auto envelope = readEnvelope(reply);
            promise->finish(envelope ? Result<Done>(Done{}) : Result<Done>(envelope.error()));
        });
    return promise->future();
}

void Session::reconnectNow()
{
    if (!isRunning() || m_status.state == LinkState::Failed)
        return;
    dropSocket();
    m_attempt = 0;
    if (m_status.state == LinkState::Connected)
        enter(LinkState::Reconnecting);
    connectAgain();
}

void Session::connectAgain()
{
    if (!isRunning())
        return;
    ++m_round;
    m_retry.stop();
    dropSocket();
    const auto now = QDateTime::currentDateTime();
    if (!m_tokens.access.isEmpty() && now < m_tokens.accessUntil.addSecs(-30))
        return askSystem();
    if (!m_tokens.refresh.isEmpty() && now < m_tokens.refreshUntil.addSecs(-30))
        return refreshTokens();
    fetchTokens();
}

void Session::fetchTokens()
{
    const QJsonObject body{{u"username"_s, m_account.clientId}, {u"password"_s, m_secret}};
    async::onReady(m_api.post(u"get_token"_s, {}, body), this,
                   [this, round = m_round](const Result<HttpReply>& reply) {
                       if (round == m_round && isRunning())
                           takeTokens(readEnvelope(reply));
                   });
}

void Session::refreshTokens()
{
    const QJsonObject body{{u"refresh_token"_s, m_tokens.refresh}};
    async::onReady(m_api.post(u"refresh_token"_s, {}, body), this,
                   [this, round = m_round](const Result<HttpReply>& reply) {
                       if (round != m_round || !isRunning())
                           return;
                       const auto envelope = readEnvelope(reply);
                       if (!envelope && !isRetryable(envelope.error().kind)
                           && !isFinal(envelope.error())) {
                           m_tokens = {};
                           return fetchTokens(); // the refresh token is dead
                       }
                       takeTokens(envelope);
                   });
}

void Session::takeTokens(const Envelope& envelope)
{
    const auto now = QDateTime::currentDateTime();
    const auto tokens = envelope ? readTokens(*envelope, now) : Result<Tokens>(envelope.error());
    if (!tokens)
        return withoutTokens(tokens.error());
    m_tokens = *tokens;
    const QString mine = m_api.address().toString() + u' ' + m_account.clientId;
    async::onReady(m_secrets.write(tokenName(), mine + u'\n' + QString::fromUtf8(toText(m_tokens))),
                   this,
                   [](const Result<Done>&) {}); // without a store they are simply fetched again
    const auto life = std::chrono::milliseconds(now.msecsTo(m_tokens.accessUntil));
    m_tokenRefresh.start(std::max(life - m_timing.tokenMargin, life / 2));
    askSystem();
}

void Session::withoutTokens(const Error& error)
{
    if (isFinal(error))
        return failed(error);
    if (error.code == "60002"_L1) {
        enter(m_wasConnected ? LinkState::Reconnecting : LinkState::Connecting, error);
        return scheduleRetry(m_timing.tokensInUse);
    }
    lost(error);
}

void Session::askSystem()
{
    async::onReady(
        m_api.get(u"system/information"_s, m_tokens.access), this,
        [this, round = m_round](const Result<HttpReply>& reply) {
            if (round != m_round || !isRunning())
                return;
            const auto envelope = readEnvelope(reply);
            if (!envelope && envelope.error().code == "10004"_L1) {
                m_tokens.access.clear();
                return std::exchange(m_mayUseStored, false) ? connectAgain()
                                                            : lost(envelope.error());
            }
            if (!envelope && isRetryable(envelope.error().kind))
                return lost(envelope.error());
            if (envelope) {
                const auto data = (*envelope)["data"_L1].toObject();
                m_status.serial = data["sn"_L1].toString();
                m_status.firmware = data["firmware_version"_L1].toString();
                m_status.firmwareTooOld = isFirmwareTooOld(m_status.firmware);
                const auto shown = data["system_time"_L1].toString();
                auto local = QDateTime::fromString(shown, u"yyyy/MM/dd HH:mm:ss"_s);
                local.setTimeSpec(Qt::UTC);
                const auto offset = local.toSecsSinceEpoch() - data["timestamp"_L1].toInteger();
                if (local.isValid() && data.contains("timestamp"_L1) && qAbs(offset) < 15 * 3600)
                    m_zone = QTimeZone(
                        static_cast<int>((offset + (offset < 0 ? -450 : 450)) / 900 * 900));
            }
            askExtensions();
        });
}

void Session::askExtensions()
{
    const Api::Query query{{u"page"_s, u"1"_s},
                           {u"page_size"_s, QString::number(maxExtensions)},
                           {u"sort_by"_s, u"number"_s},
                           {u"order_by"_s, u"asc"_s}};
    async::onReady(
        m_api.get(u"extension/list"_s, m_tokens.access, query), this,
        [this, round = m_round](const Result<HttpReply>& reply) {
            if (round != m_round || !isRunning())
                return;
            const auto envelope = readEnvelope(reply);
            if (!envelope
                && (isRetryable(envelope.error().kind) || envelope.error().code == "10004"_L1))
                return lost(envelope.error());
            if (!envelope)
                return failed(envelope.error());
            takeExtensions(*envelope);
        });
}

void Session::takeExtensions(const QJsonObject& object)
{
    m_colleagues.clear();
    QString own;
    const QString wanted = m_account.extension.trimmed();
    const QString email = wanted.isEmpty() ? m_email : wanted;
    const auto rows = object["data"_L1].toArray();
    for (const auto& value : rows) {
        const auto row = value.toObject();
        Colleague colleague{.number = row["number"_L1].toString(),
                            .name = row["caller_id_name"_L1].toString().left(200),
                            .email = row["email_addr"_L1].toString().left(200),
                            .presence = row["presence_status"_L1].toString()};
        const bool isHere = colleague.number == wanted
            || (email.contains(u'@') && colleague.email.compare(email, Qt::CaseInsensitive) == 0);
        if (isHere && own.isEmpty())
            own = colleague.number;
        m_colleagues.insert(colleague.number, colleague);
    }
    if (own.isEmpty())
        return failed({Error::Kind::NotFound, u"no such extension"_s});
    m_status.extension = own;
    m_status.name = m_colleagues.value(own).name;
    Q_EMIT colleaguesChanged();
    openSocket();
}

void Session::openSocket()
{
    m_isSubscribed = false;
    m_socket = m_makeSocket();
    auto* socket = m_socket.get();
    connect(socket, &Socket::opened, this, [this] {
        m_answerLimit.start(m_timing.subscribeAnswer);
        m_socket->send(subscription());
    });
    connect(socket, &Socket::textReceived, this, &Session::onFrame);
    connect(socket, &Socket::closed, this, &Session::onSocketClosed);
    socket->open(m_api.socketUrl(m_tokens.access), {}, {});
}

void Session::onSocketClosed(const Error& reason)
{
    if (!m_isSubscribed
        && (reason.kind == Error::Kind::Unauthorized || reason.kind == Error::Kind::Malformed))
        m_tokens.access.clear(); // a refused upgrade means a token that is no longer good (A3)
    lost(reason);
}

void Session::onFrame(const QString& text)
{
    if (m_isSubscribed) {
        m_answerLimit.stop();
        m_heartbeat.start(m_timing.heartbeat); // any word is a sign of life
    }
    const auto frame = parseFrame(text, QDateTime::currentDateTime(), m_zone);
    if (!frame) {
        qCWarning(lcPbx) << "a frame was dropped:" << frame.error().detail;
        return;
    }
    if (const auto* status = std::get_if<StatusFrame>(&*frame))
        return onStatusFrame(status->code);
    if (const auto* told = std::get_if<ColleagueFrame>(&*frame)) {
        auto colleague = m_colleagues.find(told->number);
        if (colleague == m_colleagues.end())
            return;
        if (told->line)
            colleague->line = *told->line;
        if (!told->presence.isEmpty())
            colleague->presence = told->presence;
        Q_EMIT colleaguesChanged();
        return;
    }
    if (const auto* event = std::get_if<CallEvent>(&*frame)) {
        auto named = *event;
        if (named.serial.isEmpty())
            named.serial = m_status.serial;
        for (auto& leg : named.legs)
            if (leg.side == LegSide::Extension && leg.name.isEmpty())
                leg.name = m_colleagues.value(leg.number).name;
        Q_EMIT eventReceived(named);
    }
}

void Session::onStatusFrame(int code)
{
    if (code == 0 && !m_isSubscribed) {
        m_isSubscribed = true;
        m_answerLimit.stop();
        m_heartbeat.start(m_timing.heartbeat);
        askCalls();
        return;
    }
    if (code == 10004) {
        m_tokens.access.clear();
        lost({Error::Kind::Unauthorized, u"token expired"_s, u"10004"_s});
    }
}

void Session::askCalls()
{
    const Api::Query query{{u"extension"_s, m_status.extension}};
    async::onReady(
        m_api.get(u"call/query"_s, m_tokens.access, query), this,
        [this, round = m_round](const Result<HttpReply>& reply) {
            if (round != m_round || !isRunning())
                return;
            const auto envelope = readEnvelope(reply);
            if (!envelope
                && (isRetryable(envelope.error().kind) || envelope.error().code == "10004"_L1))
                return lost(envelope.error());
            // No calls: an empty answer or an error code, by firmware (A6).
            QSet<CallId> alive;
            const auto rows = envelope ? (*envelope)["data"_L1].toArray() : QJsonArray{};
            m_attempt = 0;
            m_wasConnected = true;
            m_mayUseStored = true;
            enter(LinkState::Connected);
            for (const auto& value : rows) {
                const auto row = value.toObject();
                CallEvent event{.kind = CallEvent::Kind::Snapshot,
                                .call = row["call_id"_L1].toString(),
                                .legs = parseMembers(row["members"_L1].toArray()),
                                .serial = m_status.serial,
                                .at = QDateTime::currentDateTime()};
                for (auto& leg : event.legs)
                    if (leg.side == LegSide::Extension)
                        leg.name = m_colleagues.value(leg.number).name;
                alive.insert(event.call);
                Q_EMIT eventReceived(event);
            }
            Q_EMIT snapshotTaken(alive);
        });
}

void Session::beat()
{
    if (!m_socket || !m_isSubscribed)
        return;
    m_socket->send(u"heartbeat"_s);
    m_answerLimit.start(m_timing.heartbeatAnswer);
}

void Session::dropSocket()
{
    m_heartbeat.stop();
    m_answerLimit.stop();
    m_isSubscribed = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be in one of its signals
}

void Session::lost(const Error& reason)
{
    if (!isRunning())
        return;
    dropSocket();
    qCInfo(lcPbx) << "the PBX link is down:" << reason.detail << reason.code;
    enter(m_wasConnected ? LinkState::Reconnecting : LinkState::Connecting, reason);
    const double share = QRandomGenerator::global()->generateDouble();
    scheduleRetry(backoffDelay(m_attempt++, share, m_timing.firstRetry, m_timing.longestRetry));
}

void Session::failed(const Error& reason)
{
    ++m_round;
    dropSocket();
    m_retry.stop();
    m_tokenRefresh.stop();
    qCWarning(lcPbx) << "the PBX refuses the sign-in:" << reason.detail << reason.code;
    enter(LinkState::Failed, reason);
}

void Session::scheduleRetry(std::chrono::milliseconds wait)
{
    ++m_round; // what is still on its way belongs to the past
    m_retry.start(wait);
}

QList<Colleague> Session::colleagues() const
{
    auto list = m_colleagues.values();
    std::sort(list.begin(), list.end(),
              [](const Colleague& a, const Colleague& b) { return a.number < b.number; });
    return list;
}

} // namespace companion::pbx::cloudone

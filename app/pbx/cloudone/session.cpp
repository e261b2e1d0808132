// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/session.h"

#include "app/core/async.h"
#include "app/core/backoff.h"
#include "app/core/logging.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

    constexpr milliseconds usualLimit{15000};
    //! An upgrade that was refused in a way that an old token would be (A3).
    bool isUpgradeRefused(const Error& error)
    {
        return error.code == "400"_L1 || error.code == "401"_L1 || error.code == "403"_L1;
    }

} // namespace

Session::Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets, QObject* parent)
    : Session(http, std::move(makeSocket), secrets, Timing{}, parent)
{}

Session::Session(HttpTransport& http, MakeSocket makeSocket, SecretStore& secrets,
                 const Timing& timing, QObject* parent)
    : PbxLink(parent)
    , m_timing(timing)
    , m_api(http)
    , m_keeper(m_api, secrets, timing)
    , m_makeSocket(std::move(makeSocket))
{
    m_status.kind = u"cloudone"_s;
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_status.state == LinkState::Failed)
            enter(LinkState::Reconnecting, m_status.problem);
        connectAgain();
    });
    m_colleagues.setSingleShot(true);
    connect(&m_colleagues, &QTimer::timeout, this, &Session::colleaguesChanged);
    connect(&m_keeper, &TokenKeeper::replaced, this, &Session::changeOver);
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

void Session::start(const PbxAccount& account, const QString& secret, const QString& email)
{
    ++m_round;
    dropStreams();
    m_keeper.close();
    m_retry.stop();
    m_account = account;
    m_email = email;
    m_attempt = 0;
    m_refusals = 0;
    m_wasConnected = false;
    m_hasHeard = false;
    m_readsShownTimes = false;
    m_readsSeconds = false;
    m_system = {};
    m_book.clear();
    m_snapshot.clear();
    m_consulting.clear();
    const auto address = normalizedAddress(account.url);
    m_status = {.kind = u"cloudone"_s, .url = address ? address->toString() : account.url};
    m_isRunning = true;
    if (!address)
        return failed(address.error());
    m_api.setAddress(*address);
    m_api.setLimit(usualLimit);
    m_keeper.open(account.clientId, secret);
    enter(LinkState::Connecting);
    connectAgain();
}

QFuture<Result<Done>> Session::stop(Stop how)
{
    ++m_round;
    m_isRunning = false;
    m_retry.stop();
    dropStreams();
    auto over = async::ready<Done>(Done{});
    if (how == Stop::SignOut)
        over = m_keeper.signOut();
    else
        m_keeper.close();
    m_status.deaf = false;
    enter(LinkState::SignedOut);
    return over;
}

void Session::reconnectNow()
{
    // In a network that the PBX does not allow one may be somewhere else now; all other refusals
    // stand.
    const bool isElsewhere = m_status.problem && m_status.problem->code == "70087"_L1;
    if (!m_isRunning || (m_status.state == LinkState::Failed && !isElsewhere))
        return;
    m_attempt = 0;
    m_refusals = 0;
    m_down.start();
    m_api.setLimit(m_wasConnected ? m_timing.quickAnswer : usualLimit);
    if (m_status.state != LinkState::Connecting)
        enter(LinkState::Reconnecting, m_status.problem);
    connectAgain();
}

void Session::connectAgain()
{
    ++m_round;
    m_retry.stop();
    dropStreams();
    withToken([this] {
        m_held.emplace();
        if (!m_status.extension.isEmpty()) {
            m_stream = makeStream(m_token);
            return;
        }
        askDirectory(inThisRound([this](const Result<Done>& done) {
            if (done) // perhaps by another token: that of the last run need not be good any more
                withToken([this] { m_stream = makeStream(m_token); });
            else if (isFinal(done.error()) && done.error().kind != Error::Kind::Rejected)
                failed(done.error());
            else // a list that is refused now may be switched on in a while
                lost(done.error());
        }));
    });
}

void Session::withToken(const std::function<void()>& then)
{
    async::onReady(m_keeper.access(), this, inThisRound([this, then](const Result<QString>& token) {
                       if (!token)
                           return withoutToken(token.error());
                       m_token = *token;
                       then();
                   }));
}

void Session::withoutToken(const Error& error)
{
    if (isFinal(error))
        return failed(error);
    if (error.code != "60002"_L1)
        return lost(error);
    enter(LinkState::Reconnecting, error);
    m_retry.start(m_timing.tokensInUse);
}

std::unique_ptr<EventStream> Session::makeStream(const QString& token)
{
    auto made = std::make_unique<EventStream>(m_makeSocket(), m_timing);
    auto* stream = made.get();
    if (m_system.zone.isValid())
        stream->setZone(m_system.zone);
    connect(stream, &EventStream::subscribed, this, [this, stream] { onSubscribed(stream); });
    connect(stream, &EventStream::frameTold, this, &Session::onFrame);
    connect(stream, &EventStream::beaten, this, &Session::onBeat);
    connect(stream, &EventStream::ended, this,
            [this, stream](const Error& reason) { onEnded(stream, reason); });
    stream->open(m_api.socketUrl(token));
    return made;
}

void Session::changeOver(const QString& token)
{
    if (m_status.state != LinkState::Connected || !m_stream || token == m_token)
        return;
    m_nextToken = token;
    EventStream::drop(std::move(m_next));
    m_next = makeStream(token);
}

void Session::onSubscribed(EventStream* stream)
{
    if (stream == m_stream.get())
        return askCalls();
    if (stream != m_next.get())
        return;
    EventStream::drop(std::exchange(m_retiring, std::exchange(m_stream, std::move(m_next))));
    m_token = m_nextToken;
    QTimer::singleShot(m_timing.overlap, m_retiring.get(),
                       [this] { EventStream::drop(std::move(m_retiring)); });
}

void Session::onEnded(EventStream* stream, const Error& reason)
{
    if (stream == m_retiring.get())
        return EventStream::drop(std::move(m_retiring));
    if (stream == m_next.get()) // the present one lives on, as long as its token does
        return EventStream::drop(std::move(m_next));
    if (isTokenRefused(reason) || (!stream->isSubscribed() && isUpgradeRefused(reason)))
        m_keeper.reject(m_token);
    lost(reason);
}

void Session::askCalls()
{
    const Api::Query query{{u"extension"_s, m_status.extension}};
    ask([this, query](const QString& token) { return m_api.get(u"call/query"_s, token, query); },
        inThisRound([this](const Envelope& envelope) {
            // No calls: an empty answer or an error code, by firmware (A6).
            if (!envelope && !isFinal(envelope.error()))
                lost(envelope.error());
            else
                takeCalls(envelope);
        }));
}

void Session::takeCalls(const Envelope& envelope)
{
    const auto round = m_round;
    const auto calls = envelope ? parseCalls((*envelope)["data"_L1].toArray(), m_status.serial,
                                             QDateTime::currentDateTime())
                                : QList<CallEvent>();
    const auto held = std::exchange(m_held, {}).value_or(QList<CallEvent>());
    m_snapshot.clear();
    for (const auto& call : calls)
        m_snapshot.insert(call.call);
    for (const auto& event : held) // began after the PBX had answered
        if (std::any_of(event.legs.cbegin(), event.legs.cend(), [this](const Leg& leg) {
                return isOwn(leg) && leg.state != LegState::Gone;
            }))
            m_snapshot.insert(event.call);
    for (const auto& event : calls + held)
        if (round == m_round)
            tell(event);
    if (round != m_round)
        return;
    const bool isNew = !std::exchange(m_wasConnected, true);
    m_up.start();
    m_listening.start();
    m_api.setLimit(usualLimit);
    enter(LinkState::Connected);
    if (round == m_round)
        Q_EMIT snapshotTaken(m_snapshot);
    if (isNew || round != m_round || !m_directoryAge.hasExpired(m_timing.directoryAge.count()))
        return;
    askDirectory(inThisRound([this](const Result<Done>& done) {
        if (!done && done.error().kind == Error::Kind::NotFound)
            failed(done.error());
    }));
}

bool Session::isOwn(const Leg& leg) const
{
    return leg.side == LegSide::Extension && leg.number == m_status.extension;
}

void Session::onFrame(const Frame& frame)
{
    if (const auto* colleague = std::get_if<ColleagueFrame>(&frame)) {
        if (m_book.apply(*colleague))
            tellColleaguesSoon();
        return;
    }
    const auto* event = std::get_if<CallEvent>(&frame);
    if (!event)
        return;
    const QString own = m_status.extension;
    const bool isOurs = std::any_of(event->legs.cbegin(), event->legs.cend(),
                                    [this](const Leg& leg) { return isOwn(leg); })
        || (event->record && (event->record->from == own || event->record->to == own));
    if (isOurs && !std::exchange(m_hasHeard, true))
        setDeaf(false);
    if (m_held)
        m_held->append(*event);
    else
        tell(*event);
}

void Session::tellColleaguesSoon()
{
    if (!m_colleagues.isActive())
        m_colleagues.start(m_timing.colleagues);
}

void Session::tell(CallEvent event)
{
    if (event.serial.isEmpty())
        event.serial = m_status.serial;
    for (auto& leg : event.legs) {
        if (leg.side == LegSide::Extension && leg.name.isEmpty() && !isOwn(leg))
            leg.name = m_book.nameOf(leg.number);
        if (isOwn(leg) && leg.state == LegState::Gone)
            m_consulting.remove(event.call);
    }
    Q_EMIT eventReceived(event);
}

void Session::onBeat()
{
    Q_EMIT heartbeatSent();
    if (m_status.state == LinkState::Connected && !m_hasHeard
        && m_listening.hasExpired(m_timing.hearing.count()))
        checkHearing();
}

void Session::dropStreams()
{
    m_held.reset();
    EventStream::drop(std::move(m_stream));
    EventStream::drop(std::move(m_next));
    EventStream::drop(std::move(m_retiring));
}

milliseconds Session::pauseAfter(const Error& reason)
{
    const double share = QRandomGenerator::global()->generateDouble();
    // With another token it may go on at once; only who loses each of them must slow down.
    if (isTokenRefused(reason) && m_refusals++ == 0)
        return milliseconds::zero();
    if (isTokenRefused(reason))
        return backoffDelay(m_refusals, share, m_timing.firstRetry, m_timing.longestLater);
    // A frame that the socket could not read: the PBX itself is there.
    if (reason.kind == Error::Kind::Malformed && m_attempt == 0) {
        ++m_attempt;
        return milliseconds::zero();
    }
    const bool isPlainAbsence = isRetryable(reason.kind) && reason.kind != Error::Kind::RateLimited;
    const auto longest = isPlainAbsence && !m_down.hasExpired(m_timing.patience.count())
        ? m_timing.longestRetry
        : m_timing.longestLater;
    return backoffDelay(m_attempt++, share, m_timing.firstRetry, longest);
}

void Session::lost(const Error& reason)
{
    if (!m_isRunning)
        return;
    ++m_round; // what is still on its way belongs to the past
    dropStreams();
    qCInfo(lcPbx) << "the PBX link is down:" << reason.detail << reason.code;
    if (m_status.state == LinkState::Connected && m_up.hasExpired(m_timing.stable.count())) {
        m_attempt = 0;
        m_refusals = 0;
    }
    if (m_status.state != LinkState::Reconnecting)
        m_down.start();
    m_book.forgetLines();
    tellColleaguesSoon();
    m_retry.start(pauseAfter(reason));
    // A host that is away swallows what it is sent; now and then a slow one gets its time.
    constexpr int slowEvery = 4;
    m_api.setLimit(m_wasConnected && m_attempt % slowEvery != 0 ? m_timing.quickAnswer
                                                                : usualLimit);
    enter(LinkState::Reconnecting, reason);
}

void Session::failed(const Error& reason)
{
    ++m_round;
    dropStreams();
    m_retry.stop();
    qCWarning(lcPbx) << "the PBX refuses the sign-in:" << reason.detail << reason.code;
    const auto until = m_keeper.blockedUntil();
    const auto wait = QDateTime::currentDateTimeUtc().msecsTo(until);
    constexpr qint64 longestWait = 24LL * 3600 * 1000;
    if (until.isValid() && wait < longestWait) // the block may have been of a neighbour's making
        m_retry.start(milliseconds(std::max<qint64>(wait, 0)) + m_timing.reloginSpread);
    enter(LinkState::Failed, reason);
}

} // namespace companion::pbx::cloudone

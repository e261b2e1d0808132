// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/recordingplayer.h"

#include "app/core/async.h"
#include "app/core/logging.h"
#include "app/core/recordinglink.h"
#include "app/platform/peeruser.h"
#include "ui/text/recordingpage.h"

#include <QSaveFile>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    const QString portsMemo = u"recording.ports"_s;
    constexpr QByteArrayView root("/recording/");
    constexpr QByteArrayView audioEnd("/audio");
    constexpr std::chrono::seconds missedFor(10); // a page that waits asks again every 2 s

    //! The ports that links were ever given out with, the first one's first.
    QList<quint16> portsFrom(const QString& memo)
    {
        QList<quint16> ports;
        const auto parts = memo.split(u',', Qt::SkipEmptyParts);
        for (const auto& part : parts)
            if (const auto port = part.toUShort(); port != 0)
                ports.append(port);
        return ports;
    }

    QString pagePath(const RecordingTicket& ticket)
    {
        return "/recording/"_L1 + ticket.token;
    }

    //! Whether another site has a hand in it: a page of ours loads the sound itself.
    bool isFromElsewhere(const PageRequest& request)
    {
        const auto site = request.header("Sec-Fetch-Site");
        return !site.isEmpty() && site != "same-origin" && site != "none";
    }

    //! A page is opened, from wherever the link stands; it is not loaded into something.
    bool isLoadedIntoSomething(const PageRequest& request)
    {
        const auto destination = request.header("Sec-Fetch-Dest");
        return !destination.isEmpty() && destination != "document";
    }

    PageReply plain(int status)
    {
        return {.status = status, .contentType = "text/plain"};
    }

    int statusOf(const Error& error)
    {
        switch (error.kind) {
        case Error::Kind::NotFound:
            return error.code == "expired"_L1 ? 410 : 404;
        case Error::Kind::Forbidden:
            return 403;
        case Error::Kind::Offline:
        case Error::Kind::Timeout:
        case Error::Kind::Unauthorized:
        case Error::Kind::RateLimited:
        case Error::Kind::Rejected:
        case Error::Kind::Malformed:
        case Error::Kind::Storage:
        case Error::Kind::Unsupported:
        case Error::Kind::Cancelled:
            break;
        }
        return 503;
    }

    PageReply pageReply(int status, const text::RecordingPage& page)
    {
        PageReply reply{.status = status};
        reply.body = text::recordingPage(page);
        reply.alsoAllowed = text::recordingPagePolicy();
        return reply;
    }

    PageReply unknownPage()
    {
        return pageReply(
            404, {.problem = Error{Error::Kind::NotFound, u"unknown link"_s, u"unknown_link"_s}});
    }

    Result<Done> writeFile(const QString& path, const QByteArray& bytes)
    {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            && file.write(bytes) == bytes.size() && file.commit())
            return Done{};
        return Error{Error::Kind::Storage, u"recording not saved"_s};
    }

} // namespace

RecordingPlayer::RecordingPlayer(CallStore& calls, RecordingBook& book, Memo& memo,
                                 const PlayerSetup& setup, QObject* parent)
    : QObject(parent)
    , m_calls(calls)
    , m_memo(memo)
    , m_setup(setup)
    , m_flow(book, setup.patience)
    , m_server([this](const PageRequest& request) { return answer(request); }, setup.limits)
{
    m_server.setAdmission(platform::mayBeOwnConnection);
    m_closeLater.setSingleShot(true);
    connect(&m_closeLater, &QTimer::timeout, this, &RecordingPlayer::listenWhenNeeded);
}

void RecordingPlayer::setPbx(PbxLink* pbx)
{
    if (m_pbx)
        disconnect(m_pbx, nullptr, this, nullptr);
    m_pbx = pbx;
    m_flow.setPbx(pbx);
    if (m_pbx)
        connect(m_pbx, &PbxLink::statusChanged, this, &RecordingPlayer::listenWhenNeeded);
    listenWhenNeeded();
}

void RecordingPlayer::setSettings(const Settings& settings)
{
    m_settings = settings;
    listenWhenNeeded();
}

void RecordingPlayer::listenWhenNeeded()
{
    const bool isWanted = m_settings.recordingLink == RecordingLink::Player && m_pbx
        && m_pbx->status().state != LinkState::SignedOut;
    const bool isListening = !m_server.ports().isEmpty();
    if (isWanted && !isListening)
        (void)listen();
    else if (!isWanted && isListening && !m_closeLater.isActive())
        m_server.close();
}

Result<quint16> RecordingPlayer::listen()
{
    if (!m_server.ports().isEmpty())
        return m_server.ports().constFirst();
    auto known = portsFrom(m_memo.memo(portsMemo));
    for (const auto port : known)
        (void)m_server.listen({port});
    if (!m_server.ports().isEmpty())
        return m_server.ports().constFirst();
    auto port = m_server.listen(m_setup.ports);
    if (!port) {
        qCWarning(lcApp) << "no port for the recording player:" << port.error().detail;
        return port;
    }
    known.append(*port);
    QStringList texts;
    for (const auto one : known)
        texts.append(QString::number(one));
    (void)m_memo.setMemo(portsMemo, texts.join(u','));
    return port;
}

QString RecordingPlayer::pageUrl(const Call& call)
{
    const auto token = m_flow.tokenFor(call);
    if (!token)
        return {};
    // A link may be asked for before the PBX is signed in: the port it will be played on is known
    // from last time, or taken now.
    const auto known = portsFrom(m_memo.memo(portsMemo));
    auto open = m_server.ports();
    if (open.isEmpty() && known.isEmpty()) {
        (void)listen();
        open = m_server.ports();
        m_closeLater.start(m_setup.openFor);
    }
    if (open.isEmpty() && known.isEmpty())
        return {};
    const auto port = open.isEmpty() ? known.constFirst() : open.constFirst();
    return u"http://localhost:%1/recording/%2"_s.arg(port).arg(*token);
}

QString RecordingPlayer::linkFor(const Call& call)
{
    if (call.recording.isEmpty())
        return {};
    switch (m_settings.recordingLink) {
    case RecordingLink::Player:
        return pageUrl(call);
    case RecordingLink::Url: {
        auto row = m_calls.find(call.id).value_or(HistoryRow{});
        row.call = call;
        QString address =
            recordingUrlFor(m_settings.recordingUrl, row, m_pbx ? m_pbx->status().name : QString());
        if (address.isEmpty())
            qCWarning(lcJournal) << "journal.recordingUrl gives no web address";
        return address;
    }
    case RecordingLink::None:
        break;
    }
    return {};
}

Result<Done> RecordingPlayer::play(const Call& call)
{
    if (const auto token = m_flow.tokenFor(call); !token)
        return token.error();
    if (const auto port = listen(); !port)
        return port.error();
    m_closeLater.start(m_setup.openFor);
    Q_EMIT browserRequested(QUrl(pageUrl(call)));
    return Done{};
}

QFuture<Result<Done>> RecordingPlayer::save(const Call& call, const QString& path)
{
    auto promise = std::make_shared<async::Promise<Done>>(); // kept by whoever answers last
    async::onReady(m_flow.fetch(call), this, [promise, path](const Result<RecordingAudio>& audio) {
        promise->finish(audio ? writeFile(path, audio->bytes) : Result<Done>(audio.error()));
    });
    return promise->future();
}

QFuture<Result<PageReply>> RecordingPlayer::answer(const PageRequest& request)
{
    if (m_closeLater.isActive())
        m_closeLater.start(m_setup.openFor);
    if (!request.path.startsWith(root))
        return async::ready<PageReply>(plain(404));
    const bool isAudio = request.path.endsWith(audioEnd);
    const auto token =
        QString::fromLatin1(request.path.mid(root.size()).chopped(isAudio ? audioEnd.size() : 0));
    if (isAudio ? isFromElsewhere(request) : isLoadedIntoSomething(request))
        return async::ready<PageReply>(plain(403));
    const auto ticket = m_flow.ticketOf(token);
    if (!ticket)
        return async::ready<PageReply>(isAudio ? plain(404) : unknownPage());
    return isAudio ? answerAudio(*ticket) : answerPage(*ticket);
}

QFuture<Result<PageReply>> RecordingPlayer::answerPage(const RecordingTicket& ticket)
{
    // Asking the PBX anew each time the page asks again would never come to an end.
    const auto missed = m_missed.take(ticket.token);
    if (!missed.until.hasExpired())
        return async::ready<PageReply>(page(ticket, missed.problem));
    auto promise = std::make_shared<async::Promise<PageReply>>(); // the earlier of two answers it
    async::onReady(m_flow.fetch(rowOf(ticket).call), this,
                   [this, promise, ticket](const Result<RecordingAudio>& outcome) {
                       const bool isLate = promise->isFinished();
                       if (isLate && !outcome)
                           m_missed[ticket.token] = {outcome.error(), QDeadlineTimer(missedFor)};
                       else
                           m_missed.remove(ticket.token);
                       promise->finish(page(ticket, outcome));
                   });
    QTimer::singleShot(m_setup.pageWithin, this, [this, promise, ticket] {
        if (!promise->isFinished())
            promise->finish(waitingPage(ticket));
    });
    return promise->future();
}

QFuture<Result<PageReply>> RecordingPlayer::answerAudio(const RecordingTicket& ticket)
{
    auto promise = std::make_shared<async::Promise<PageReply>>();
    async::onReady(m_flow.fetch(rowOf(ticket).call), this,
                   [promise](const Result<RecordingAudio>& outcome) {
                       if (!outcome)
                           return promise->finish(plain(statusOf(outcome.error())));
                       PageReply reply{.contentType = audioTypeOf(outcome->bytes)};
                       reply.body = outcome->bytes;
                       reply.hasRanges = true;
                       promise->finish(reply);
                   });
    return promise->future();
}

HistoryRow RecordingPlayer::rowOf(const RecordingTicket& ticket) const
{
    auto row = m_calls.find(ticket.call).value_or(HistoryRow{.call = {.id = ticket.call}});
    row.call.recording = ticket.fileName;
    return row;
}

PageReply RecordingPlayer::page(const RecordingTicket& ticket,
                                const Result<RecordingAudio>& outcome) const
{
    text::RecordingPage page{.row = rowOf(ticket), .look = text::numberLook(m_settings)};
    page.pagePath = pagePath(ticket);
    if (!outcome) {
        page.problem = outcome.error();
        return pageReply(statusOf(outcome.error()), page);
    }
    page.state = text::RecordingPage::State::Playable;
    page.audioPath = pagePath(ticket) + "/audio"_L1;
    page.saveName = recordingSaveName(ticket.fileName);
    return pageReply(200, page);
}

PageReply RecordingPlayer::waitingPage(const RecordingTicket& ticket) const
{
    text::RecordingPage page{.state = text::RecordingPage::State::Waiting,
                             .row = rowOf(ticket),
                             .look = text::numberLook(m_settings)};
    page.problem = m_flow.waitingFor(ticket.fileName);
    page.pagePath = pagePath(ticket);
    return pageReply(200, page);
}

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/flow/dialflow.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DialFlow::DialFlow(CallFlow& calls, Phonebook& phonebook, CallStore& store, QObject* parent)
    : QObject(parent), m_calls(calls), m_phonebook(phonebook), m_store(store)
{}

void DialFlow::setPbx(PbxLink* pbx)
{
    m_pbx = pbx;
}

void DialFlow::setSettings(const Settings& settings)
{
    m_settings = settings;
}

QString DialFlow::dialStringFor(const DialRequest& request) const
{
    return dialString(PhoneNumber::read(request.number, m_settings.numbers), m_settings.numbers);
}

QFuture<Result<CallId>> DialFlow::dial(const QString& text)
{
    const auto request = readDialRequest(text);
    if (!request)
        return async::ready<CallId>(request.error());
    const QString number = dialStringFor(*request);
    if (number.isEmpty())
        return async::ready<CallId>(Error{Error::Kind::Rejected, u"not a number"_s});
    if (!m_pbx || m_pbx->status().state != LinkState::Connected)
        return async::ready<CallId>(
            Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
    auto promise = std::make_shared<async::Promise<CallId>>();
    m_calls.beginDialling();
    async::onReady(m_pbx->dial(number), this, [this, promise, number](const Result<CallId>& id) {
        if (id)
            m_calls.expectOutgoing(*id, number);
        m_calls.endDialling();
        promise->finish(id);
    });
    return promise->future();
}

Result<Done> DialFlow::openLink(const QString& uri)
{
    const auto request = readDialRequest(uri);
    if (!request)
        return request.error();
    if (m_pbx && m_pbx->status().state == LinkState::Connected) {
        decide(*request);
        return Done{};
    }
    // The link may be what started the program: give the sign-in its time.
    auto* wait = new QTimer(this);
    wait->setSingleShot(true);
    const auto finish = [this, wait, link = *request] {
        if (m_pbx)
            disconnect(m_pbx, &PbxLink::statusChanged, wait, nullptr);
        wait->deleteLater();
        if (m_pbx && m_pbx->status().state == LinkState::Connected)
            decide(link);
        else
            Q_EMIT dialFailed(link.number,
                              Error{Error::Kind::Unauthorized, u"not signed in to the PBX"_s});
    };
    connect(wait, &QTimer::timeout, this, finish);
    if (m_pbx)
        connect(m_pbx, &PbxLink::statusChanged, wait, [wait](const PbxStatus& status) {
            if (status.state == LinkState::Connected)
                wait->start(0);
        });
    wait->start(30s);
    return Done{};
}

bool DialFlow::isKnown(const PhoneNumber& number) const
{
    if (number.kind() == PhoneNumber::Kind::Extension
        || !m_phonebook.byNumber(number, m_settings.numbers).isEmpty())
        return true;
    const auto earlier = m_store.history({.limit = 1, .text = number.input()});
    return !earlier.isEmpty();
}

bool DialFlow::isDoNotCall(const QString& number) const
{
    const auto entries =
        m_phonebook.byNumber(PhoneNumber::read(number, m_settings.numbers), m_settings.numbers);
    return std::any_of(entries.cbegin(), entries.cend(),
                       [](const PhonebookEntry& entry) { return entry.match.doNotCall; });
}

void DialFlow::decide(const DialRequest& request)
{
    const auto number = PhoneNumber::read(request.number, m_settings.numbers);
    const bool doNotCall = isDoNotCall(request.number);
    bool ask = doNotCall || !request.isPlain;
    switch (m_settings.confirmLinks) {
    case ConfirmLinks::Always:
        ask = true;
        break;
    case ConfirmLinks::Unknown:
        ask = ask || !isKnown(number);
        break;
    case ConfirmLinks::Never:
        ask = doNotCall;
        break;
    }
    if (ask)
        Q_EMIT confirmRequested(request, doNotCall);
    else
        confirm(request);
}

void DialFlow::confirm(const DialRequest& request)
{
    const QString number = request.number;
    async::onReady(dial(number), this, [this, number](const Result<CallId>& id) {
        if (!id)
            Q_EMIT dialFailed(number, id.error());
    });
}

} // namespace companion

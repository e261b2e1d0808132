// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands that sign in.
#include "app/commands.h"
#include "app/core/async.h"
#include "ui/text/errortext.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto storeLimit = 3500ms; // a sign-in that the key store holds up is told as that

    //! The settings that `sign-in pbx` changes, and by which option.
    const QList<std::pair<QString, QString>>& pbxOptions()
    {
        static const QList<std::pair<QString, QString>> options{
            {u"pbx.kind"_s, u"kind"_s},
            {u"pbx.url"_s, u"url"_s},
            {u"pbx.clientId"_s, u"client-id"_s},
            {u"pbx.extension"_s, u"extension"_s}};
        return options;
    }

} // namespace

void Commands::signIn(const CommandLine& line, const QString& secret, const Reply& reply)
{
    if (line.arguments.constFirst() == "pbx"_L1)
        return signInPbx(line, secret, reply);
    const QList<std::pair<QString, QString>> given{{u"salesforce.loginUrl"_s, u"login-url"_s},
                                                   {u"salesforce.clientId"_s, u"client-id"_s}};
    for (const auto& [key, option] : given) {
        if (!line.options.contains(option))
            continue;
        if (const auto kept = m_desk.settings.change(key, line.options.value(option)); !kept)
            return reply(CommandOutcome::refused(kept.error().detail));
    }
    const auto account = SignInFlow::crmAccount(m_desk.settings.settings());
    async::onReady(
        m_desk.signIn.signInCrm(account, secret), this, [this, reply](const Result<Done>& done) {
            if (!done)
                return reply(
                    CommandOutcome::refused(text::sentence(done.error(), text::Place::CrmSignIn)));
            const auto status = m_desk.crm.status();
            reply({.out = u"Signed in to Salesforce as %1 (%2).\n"_s.arg(status.user,
                                                                         status.organization)});
        });
}

void Commands::signInPbx(const CommandLine& line, const QString& secret, const Reply& reply)
{
    if (secret.isEmpty())
        return signInPbxAgain(line, reply);
    const auto* now = m_desk.pbx();
    const auto state = now ? now->status().state : LinkState::SignedOut;
    // One that replaces another, which never got there, goes back to what worked before both.
    if (state == LinkState::Connected || state == LinkState::Reconnecting)
        m_workingPbx = m_desk.settings.layers().user;
    else if (state != LinkState::Connecting)
        m_workingPbx.reset();
    for (const auto& [key, option] : pbxOptions()) {
        if (!line.options.contains(option))
            continue;
        if (const auto kept = m_desk.settings.change(key, line.options.value(option)); !kept)
            return reply(CommandOutcome::refused(kept.error().detail));
    }
    m_desk.usePbxKind(m_desk.settings.settings().pbxKind);
    QTimer::singleShot(storeLimit, this, [this, reply] {
        if (m_desk.isKeyStoreAsking())
            reply({.exit = CommandOutcome::NoAnswer,
                   .err = u"The system's key store does not answer; it may wait to be unlocked. "
                          "Unlock it: the sign-in goes on by itself."_s});
    });
    const auto account = SignInFlow::pbxAccount(m_desk.settings.settings());
    async::onReady(
        m_desk.signIn.signInPbx(account, secret), this, [this, reply](const Result<Done>& done) {
            const bool isSuperseded = !done && done.error().kind == Error::Kind::Cancelled;
            if (!done && !isSuperseded && m_workingPbx)
                goBackToPbx(*std::exchange(m_workingPbx, {}));
            if (!done)
                return reply(
                    CommandOutcome::refused(text::sentence(done.error(), text::Place::PbxSignIn)));
            const auto status = m_desk.pbx()->status();
            const QString note = m_desk.isKeyStoreAsking()
                ? u"The system's key store has not taken the secret yet. Unlock it, or "
                  "you have to sign in again after a restart."_s
                : QString();
            reply({.out = u"Signed in to the PBX as extension %1 %2.\n"_s.arg(status.extension,
                                                                              status.name),
                   .err = note});
        });
}

//! With the secret that the PBX accepted last, and to that PBX alone.
void Commands::signInPbxAgain(const CommandLine& line, const Reply& reply)
{
    const auto missing = CommandOutcome::refused(
        u"The PBX's secret is missing: add --secret-stdin and write it to standard input."_s);
    const auto& layers = m_desk.settings.layers();
    for (const auto& [key, option] : pbxOptions())
        if (option != "extension"_L1 && line.options.contains(option)
            && line.options.value(option) != layers.value(key))
            return reply(missing);
    async::onReady(m_desk.signIn.acceptedPbxSecret(), this,
                   [this, line, reply, missing](const Result<QString>& secret) {
                       if (!secret || secret->isEmpty())
                           return reply(missing);
                       signInPbx(line, *secret, reply);
                   });
}

//! The PBX that worked before a sign-in that did not is taken up again.
void Commands::goBackToPbx(const QHash<QString, QString>& before)
{
    for (const auto& [key, option] : pbxOptions()) {
        const auto value = before.constFind(key);
        (void)(value == before.cend() ? m_desk.settings.reset({key})
                                      : m_desk.settings.change(key, *value));
    }
    m_desk.usePbxKind(m_desk.settings.settings().pbxKind);
    m_desk.signIn.resumePbx();
}

} // namespace companion

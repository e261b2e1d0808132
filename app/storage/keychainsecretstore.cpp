// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/keychainsecretstore.h"

#include "app/core/async.h"
#include "app/core/logging.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>
#include <utility>

namespace companion::storage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto storeLimit = 20s; // a locked store asks the person for its password first

    //! Starts \p job and calls \p done once: when it has finished, or when the store never answers.
    //! \p asked counts the jobs that are under way.
    template <typename Finished>
    void run(QKeychain::Job* job, QObject* context, const std::shared_ptr<int>& asked,
             Finished done)
    {
        ++*asked;
        job->setInsecureFallback(false);
        auto* deadline = new QTimer(job);
        deadline->setSingleShot(true);
        const auto end = [done, asked,
                          isDone = std::make_shared<bool>(false)](QKeychain::Error error) {
            if (std::exchange(*isDone, true))
                return;
            --*asked;
            done(error);
        };
        QObject::connect(job, &QKeychain::Job::finished, context,
                         [end](QKeychain::Job* finished) { end(finished->error()); });
        QObject::connect(deadline, &QTimer::timeout, context,
                         [end] { end(QKeychain::NoBackendAvailable); });
        deadline->start(storeLimit);
        job->start();
    }

    Error unreachable()
    {
        return {Error::Kind::Storage, u"the system's key store cannot be reached"_s,
                u"key_store"_s};
    }

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString& profile, QObject* parent)
    : QObject(parent), m_service(u"cloudone-companion/"_s + profile)
{}

QFuture<Result<QString>> KeychainSecretStore::read(const QString& name)
{
    if (const auto kept = m_thisRun.constFind(name); kept != m_thisRun.cend())
        return async::ready<QString>(*kept);
    auto promise = std::make_shared<async::Promise<QString>>();
    auto* job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setKey(name);
    run(job, this, m_asked, [this, job, promise](QKeychain::Error error) {
        if (error == QKeychain::NoError)
            return promise->finish(job->textData());
        if (error == QKeychain::EntryNotFound)
            return promise->finish(Error{Error::Kind::NotFound, u"no such secret"_s});
        m_isPersistent = false;
        promise->finish(unreachable());
    });
    return promise->future();
}

QFuture<Result<Done>> KeychainSecretStore::write(const QString& name, const QString& secret)
{
    auto promise = std::make_shared<async::Promise<Done>>();
    auto* job = new QKeychain::WritePasswordJob(m_service, this);
    job->setKey(name);
    job->setTextData(secret);
    m_thisRun.insert(name, secret); // readable at once, also while the store asks for its password
    run(job, this, m_asked, [this, name, promise](QKeychain::Error error) {
        m_isPersistent = error == QKeychain::NoError;
        if (m_isPersistent) {
            m_thisRun.remove(name);
            return promise->finish(Done{});
        }
        qCWarning(lcStorage) << "the key store did not take a secret: it is kept for this run only";
        promise->finish(unreachable());
    });
    return promise->future();
}

QFuture<Result<Done>> KeychainSecretStore::remove(const QString& name)
{
    m_thisRun.remove(name);
    auto promise = std::make_shared<async::Promise<Done>>();
    auto* job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setKey(name);
    run(job, this, m_asked, [promise](QKeychain::Error error) {
        if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
            return promise->finish(Done{});
        promise->finish(unreachable());
    });
    return promise->future();
}

} // namespace companion::storage

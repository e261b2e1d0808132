// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

//! \brief A whole workplace in a folder of its own: companion-sandbox as PBX and Salesforce, the
//! companion itself without a display or key store, and a browser that notes what it is asked to
//! open and follows sign-in pages. Everything is done as a user's scripts would: by command line;
//! what is looked at again and again is read from the running instance itself.
class Workplace
{
public:
    ~Workplace();

    //! \brief Each of these is false when the thing did not come up in time.
    bool openSandbox(const QStringList& options = {});
    bool startCompanion(const QStringList& options = {});
    //! \brief Both, and signed in to both.
    bool open();
    bool signIn();
    //! \brief Ports that no other test has, which the org knows as callbacks; signing out of
    //! Salesforce forgets them with all its settings.
    bool setRedirectPorts();

    //! \brief Ends the companion the way *Quit* does; its exit status, or -1 when it hung.
    int quitCompanion();
    //! \brief As a crash or a power cut would.
    void killCompanion();

    struct Said
    {
        int exit = -1;
        QString out;
        QString err; //!< without the last line's end

        [[nodiscard]] QJsonObject object() const;
        [[nodiscard]] QJsonArray array() const;
    };

    //! \brief Quits it and starts it at once, as a script would.
    bool restart();
    //! \brief Starts it with \p prepare having seen to its data folder; how it ended.
    Said startAlone(const std::function<void(const QString& dataFolder)>& prepare);
    //! \brief \p count starts at the same time: the exit status of each that has ended within
    //! some seconds, -1 for the one that runs on.
    QList<int> startTogether(int count);
    //! \brief Runs the program once more with \p words, \p input on its standard input.
    Said say(const QStringList& words, const QByteArray& input = {});
    Said signInToPbx(const QStringList& changed = {}, const QString& secret = {});
    Said signInToSalesforce(const QStringList& changed = {});
    //! \brief The same without waiting for it; end() does that.
    std::unique_ptr<QProcess> beginSignInToPbx(const QStringList& changed = {},
                                               const QString& secret = {});
    std::unique_ptr<QProcess> beginSignInToSalesforce(const QStringList& changed = {});
    static Said end(QProcess& process);

    [[nodiscard]] QJsonArray calls() { return read(QStringLiteral("calls")).array(); }
    //! \brief The first call of the list that is not over; empty when there is none.
    [[nodiscard]] QJsonObject currentCall();
    [[nodiscard]] QJsonArray history() { return read(QStringLiteral("history")).array(); }
    [[nodiscard]] QJsonObject status() { return read(QStringLiteral("status")).object(); }
    [[nodiscard]] QString pbxState();
    [[nodiscard]] QString salesforceState();

    //! \brief `POST /control/…`, and `GET /control/…`.
    QJsonObject control(const QString& path, const QJsonObject& body = {});
    QJsonValue look(const QString& path);
    //! \brief The tasks that the companion has written for a call.
    [[nodiscard]] QJsonArray tasksOf(const QString& callId);
    //! \brief A call from \p number to the own extension; its id.
    QString ring(const QString& number);

    //! \brief What the browser was asked to open, but for sign-in pages.
    [[nodiscard]] QStringList opened() const;
    [[nodiscard]] QString pbxUrl() const;
    [[nodiscard]] QString salesforceUrl() const;
    [[nodiscard]] QJsonObject addresses() const { return m_addresses; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString dataFolder() const
    {
        return path(QStringLiteral("data/cloudone-companion/test"));
    }
    [[nodiscard]] QByteArray companionLog() const;

private:
    static QString json() { return QStringLiteral("--json"); }

    void furnish();
    [[nodiscard]] QProcessEnvironment environment() const;
    void launch(const QStringList& options);
    std::unique_ptr<QProcess> begin(const QStringList& words, const QByteArray& input);
    //! \brief What a command prints, asked for as the command itself asks, without starting a
    //! program each time; null when none is running.
    [[nodiscard]] QJsonDocument read(const QString& command) const;
    QByteArray ask(const QByteArray& method, const QString& path, const QByteArray& body);

    QTemporaryDir m_folder;
    bool m_isFurnished = false;
    QJsonObject m_addresses;
    std::unique_ptr<QProcess> m_sandbox;
    std::unique_ptr<QProcess> m_companion;
    std::vector<std::unique_ptr<QProcess>> m_starts;
    QNetworkAccessManager m_network;
    QList<quint16> m_redirectPorts;
};

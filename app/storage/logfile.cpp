// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/logfile.h"

#include "app/core/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <cstdio>
#include <memory>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    constexpr qint64 maxLogBytes = 2LL * 1024 * 1024;
    constexpr int keptLogs = 5;

    //! The one open log of the process: Qt's message hook is a plain function.
    std::unique_ptr<QFile>& logFile()
    {
        static std::unique_ptr<QFile> file;
        return file;
    }

    void rotate(const QString& path)
    {
        if (QFile(path).size() < maxLogBytes)
            return;
        for (int i = keptLogs - 1; i > 0; --i) {
            QFile::remove(path + u'.' + QString::number(i + 1));
            QFile::rename(path + u'.' + QString::number(i), path + u'.' + QString::number(i + 1));
        }
        QFile::rename(path, path + ".1"_L1);
    }

    void openLog(const QString& path)
    {
        auto file = std::make_unique<QFile>(path);
        if (!file->open(QIODevice::WriteOnly | QIODevice::Append)) {
            std::fputs("The log cannot be written.\n", stderr);
            return;
        }
        file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        logFile() = std::move(file);
    }

    void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        static const QStringList names{u"debug"_s, u"warning"_s, u"critical"_s, u"fatal"_s,
                                       u"info"_s};
        const QString line = QDateTime::currentDateTime().toString(Qt::ISODateWithMs) + u' '
            + names.value(type) + u' ' + QString::fromUtf8(context.category) + u": "_s
            + redactedLine(message) + u'\n';
        const QByteArray bytes = line.toUtf8();
        static QMutex mutex; // Qt's own threads have their say as well
        const QMutexLocker lock(&mutex);
        if (auto& file = logFile()) {
            file->write(bytes);
            file->flush();
            if (file->size() > maxLogBytes) {
                const QString path = file->fileName();
                file.reset();
                rotate(path);
                openLog(path);
            }
        }
        // What Qt's offscreen platform finds missing is no news to the person at the terminal.
        const bool isOurs = QByteArrayView(context.category).startsWith("companion.");
        if (type == QtCriticalMsg || type == QtFatalMsg || (type == QtWarningMsg && isOurs))
            std::fputs(bytes.constData(), stderr);
    }

    QString filterRules(const QString& level)
    {
        if (level == "debug"_L1)
            return u"companion.*.debug=true"_s;
        if (level == "warning"_L1 || level == "warn"_L1)
            return u"companion.*.info=false"_s;
        if (level == "critical"_L1 || level == "error"_L1)
            return u"companion.*.info=false\ncompanion.*.warning=false"_s;
        return {};
    }

} // namespace

void startLog(const LogOptions& options)
{
    QString path = options.file;
    if (path.isEmpty()) {
        QDir().mkpath(options.folder);
        path = options.folder + "/companion.log"_L1;
        rotate(path);
    }
    openLog(path);
    QLoggingCategory::setFilterRules(filterRules(options.level));
    qInstallMessageHandler(onMessage);
}

} // namespace companion::storage

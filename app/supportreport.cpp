// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/supportreport.h"

#include "app/core/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    //! The sentences may name people and addresses; what they are about is enough for support.
    QJsonObject withoutSentences(QJsonObject diagnosis)
    {
        QJsonArray checks;
        const auto all = diagnosis.value("checks"_L1).toArray();
        for (const auto& one : all)
            checks.append(
                QJsonObject{{u"title"_s, one["title"_L1]}, {u"state"_s, one["state"_L1]}});
        diagnosis["checks"_L1] = checks;
        return diagnosis;
    }

    QJsonObject settingsToJson(const SettingLayers& layers, bool withPersonalData)
    {
        QJsonObject settings;
        for (const auto& spec : settingSpecs()) {
            const bool isPersonal = spec.kind == SettingKind::Text || spec.kind == SettingKind::Url
                || spec.kind == SettingKind::FilePath;
            if (withPersonalData || !isPersonal)
                settings.insert(spec.key, layers.value(spec.key));
        }
        return settings;
    }

    constexpr auto forTheUserAlone = QFile::ReadOwner | QFile::WriteOwner;

    //! For writing, and readable by nobody else, whatever stood there.
    bool openAlone(QFile& file)
    {
        return file.open(QIODevice::WriteOnly, forTheUserAlone)
            && file.setPermissions(forTheUserAlone);
    }

    void copyRedacted(const QString& from, const QString& to)
    {
        QFile log(from);
        QFile copy(to);
        if (!log.open(QIODevice::ReadOnly) || !openAlone(copy))
            return;
        while (!log.atEnd()) {
            const QString line = QString::fromUtf8(log.readLine()).trimmed();
            copy.write((redactedLine(line) + u'\n').toUtf8());
        }
    }

} // namespace

QJsonObject diagnosisToJson(const QList<text::DiagnosisCheck>& checks)
{
    QJsonArray array;
    for (const auto& check : checks)
        array.append(QJsonObject{{u"title"_s, check.title},
                                 {u"state"_s, check.isGood ? u"ok"_s : u"problem"_s},
                                 {u"text"_s, check.text},
                                 {u"advice"_s, check.advice}});
    return {{u"version"_s, QStringLiteral(COMPANION_VERSION)},
            {u"qt"_s, QString::fromLatin1(qVersion())},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"checks"_s, array}};
}

Result<Done> writeSupportReport(const QString& folder, const SupportReport& report)
{
    const QDir target(QDir(folder).absolutePath());
    const bool isNew = !target.exists();
    if (!QDir().mkpath(target.path()))
        return Error{Error::Kind::Storage, u"The folder for the report cannot be made."_s};
    if (isNew)
        QFile::setPermissions(target.path(), forTheUserAlone | QFile::ExeOwner);
    auto found = report.withPersonalData ? report.diagnosis : withoutSentences(report.diagnosis);
    found.insert("settings"_L1, settingsToJson(report.settings, report.withPersonalData));
    QFile file(target.filePath(u"diagnosis.json"_s));
    if (!openAlone(file) || file.write(QJsonDocument(found).toJson()) < 0)
        return Error{Error::Kind::Storage,
                     u"The report cannot be written: "_s + file.errorString()};
    const QDir logs(report.logFolder);
    const auto names = logs.entryList(QDir::Files);
    for (const auto& name : names)
        copyRedacted(logs.filePath(name), target.filePath(name));
    return Done{};
}

} // namespace companion

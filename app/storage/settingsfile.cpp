// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/settingsfile.h"

#include "app/core/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    QString escaped(QString value)
    {
        return value.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    }

    QString unescaped(const QString& text)
    {
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) != u'\\' || i + 1 == text.size()) {
                out += text.at(i);
                continue;
            }
            const QChar next = text.at(++i);
            out += next == u'n' ? QChar(u'\n') : next == u'r' ? QChar(u'\r') : next;
        }
        return out;
    }

} // namespace

SettingsFile::SettingsFile(QString path) : m_path(std::move(path))
{
    read();
}

void SettingsFile::read()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return; // a first start
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine(64 * 1024)).trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';')
            || line == "[settings]"_L1)
            continue;
        const auto equals = line.indexOf(u'=');
        if (equals < 1) {
            m_foreign.append(line);
            continue;
        }
        m_values.insert(line.left(equals).trimmed(), unescaped(line.mid(equals + 1).trimmed()));
    }
}

QStringList SettingsFile::problems() const
{
    QStringList found;
    for (auto at = m_values.cbegin(); at != m_values.cend(); ++at)
        if (const auto checked = checkSetting(at.key(), at.value()); !checked)
            found.append(checked.error().detail);
    for (const auto& line : m_foreign)
        found.append(
            u"The settings file has a line that means nothing: “%1”."_s.arg(line.left(40)));
    return found;
}

Result<Done> SettingsFile::set(const QString& key, const QString& value)
{
    if (m_values.value(key, QString(u'\0')) == value)
        return Done{};
    m_values.insert(key, value);
    return write();
}

Result<Done> SettingsFile::remove(const QString& key)
{
    return m_values.remove(key) ? write() : Result<Done>(Done{});
}

Result<Done> SettingsFile::write()
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    QByteArray text = "[settings]\n";
    auto keys = m_values.keys();
    std::sort(keys.begin(), keys.end());
    for (const auto& key : std::as_const(keys))
        text += QString(key + u'=' + escaped(m_values.value(key)) + u'\n').toUtf8();
    for (const auto& line : std::as_const(m_foreign))
        text += line.toUtf8() + '\n';
    const bool isOpen = file.open(QIODevice::WriteOnly);
    if (isOpen)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || file.write(text) != text.size() || !file.commit())
        return Error{Error::Kind::Storage,
                     u"The settings cannot be saved: %1"_s.arg(file.errorString())};
    return Done{};
}

} // namespace companion::storage

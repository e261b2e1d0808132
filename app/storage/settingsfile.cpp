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

    constexpr qint64 maxBytes = 4LL * 1024 * 1024;

    //! Spaces at both ends are written so that people may put some around the equals sign.
    QString escaped(QString value)
    {
        value.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
        value.replace(u'\t', u"\\t"_s);
        if (value.startsWith(u' '))
            value.replace(0, 1, u"\\s"_s);
        if (value.endsWith(u' '))
            value.replace(value.size() - 1, 1, u"\\s"_s);
        return value;
    }

    QChar meantBy(QChar escape)
    {
        switch (escape.unicode()) {
        case u'n':
            return u'\n';
        case u'r':
            return u'\r';
        case u't':
            return u'\t';
        case u's':
            return u' ';
        default:
            return escape;
        }
    }

    QString unescaped(const QString& text)
    {
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) != u'\\' || i + 1 == text.size()) {
                out += text.at(i);
                continue;
            }
            out += meantBy(text.at(++i));
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
    if (!QFileInfo::exists(m_path))
        return; // a first start
    if (!file.open(QIODevice::ReadOnly)) {
        m_unreadable = file.errorString();
        return;
    }
    auto text = QString::fromUtf8(file.read(maxBytes));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const auto lines = text.split(u'\n');
    for (const auto& whole : lines) {
        const QString line = whole.trimmed();
        if (line.isEmpty() || line == "[settings]"_L1)
            continue;
        if (line.startsWith(u'#') || line.startsWith(u';')) {
            m_comments.append(line);
            continue;
        }
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
    if (!m_unreadable.isEmpty())
        found.append(u"The settings cannot be read: %1"_s.arg(m_unreadable));
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
    return set(QHash<QString, QString>{{key, value}});
}

Result<Done> SettingsFile::set(const QHash<QString, QString>& values)
{
    const auto before = m_values;
    m_values.insert(values);
    if (m_values == before)
        return Done{};
    auto written = write();
    if (!written)
        m_values = before;
    return written;
}

Result<Done> SettingsFile::remove(const QString& key)
{
    const auto before = m_values;
    if (m_values.remove(key) == 0)
        return Done{};
    auto written = write();
    if (!written)
        m_values = before;
    return written;
}

Result<Done> SettingsFile::write()
{
    if (!m_unreadable.isEmpty())
        return Error{Error::Kind::Storage,
                     u"The settings cannot be read, and so not be changed: %1"_s.arg(m_unreadable)};
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    QByteArray text = "[settings]\n";
    for (const auto& line : std::as_const(m_comments))
        text += line.toUtf8() + '\n';
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

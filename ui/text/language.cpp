// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/language.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

// Resources of a static library are only found after this; it must stand outside any namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto folder = ":/i18n"_L1;
    constexpr auto prefix = "companion_"_L1;

    //! Belongs to the application, so that it lives as long as its texts may be asked for.
    void install(const QString& name, const QString& directory)
    {
        auto* translator = new QTranslator(qApp);
        translator->setObjectName(u"companionTranslator"_s);
        if (translator->load(name, directory))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }

} // namespace

QStringList languages()
{
    registerTranslations();
    QStringList codes;
    const auto files = QDir(folder).entryList({prefix + u"*.qm"_s});
    for (const auto& file : files)
        codes.append(file.mid(prefix.size()).section(u'.', 0, 0));
    std::sort(codes.begin(), codes.end());
    return codes;
}

QString bestLanguage(const QStringList& wanted, const QStringList& spoken)
{
    for (const QString& one : wanted) {
        QString language = one.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (spoken.contains(language))
            return language;
    }
    return u"en"_s;
}

void useLanguage(const QString& setting)
{
    const auto former =
        qApp->findChildren<QTranslator*>(u"companionTranslator"_s, Qt::FindDirectChildrenOnly);
    qDeleteAll(former);
    const auto spoken = languages();
    const QLocale system = QLocale::system();
    const bool isSystem = setting.isEmpty() || setting == "system"_L1;
    const QString language =
        bestLanguage(isSystem ? system.uiLanguages() : QStringList{setting}, spoken);
    install(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(prefix + language, folder);
    // Dates and numbers as the system writes them, in the language of the texts around them.
    const QLocale own(language);
    QLocale::setDefault(
        system.language() == own.language() ? system : QLocale(own.language(), system.territory()));
    QGuiApplication::setLayoutDirection(own.textDirection());
}

} // namespace companion::text

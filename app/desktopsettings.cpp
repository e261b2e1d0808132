// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings window, and who carries out what is wished there.
#include "app/core/async.h"
#include "app/core/journalplan.h"
#include "app/core/journaltemplate.h"
#include "app/desktop.h"
#include "app/platform/desktopentry.h"
#include "ui/bringup.h"
#include "ui/settings/settingswindow.h"
#include "ui/text/errortext.h"
#include "ui/text/language.h"
#include "ui/text/lookuptext.h"

namespace companion {

bool Desktop::isShowingSettings() const
{
    return m_settingsWindow && m_settingsWindow->isVisible();
}

void Desktop::showSettings()
{
    if (!m_settingsWindow) {
        m_settingsWindow = std::make_unique<SettingsWindow>();
        auto* window = m_settingsWindow.get();
        window->setLanguages(text::languages());
        window->setTemplatePreview([](const QString& written) -> Result<QString> {
            const auto parsed = JournalTemplate::parse(written);
            if (!parsed)
                return parsed.error();
            return parsed->render(exampleJournalValues());
        });
        connect(window, &SettingsWindow::settingChanged, this,
                [this](const QString& key, const QString& value) {
                    if (const auto kept = m_desk.settings.change(key, value); !kept)
                        m_settingsWindow->showError(key, kept.error());
                });
        connect(window, &SettingsWindow::numberTried, this,
                [this](const QString& number) { tryNumber(number); });
        connect(window, &SettingsWindow::registerLinksRequested, this, [this] {
            m_settingsWindow->showLinksRegistered(platform::registerDialLinks(m_desk.profile));
        });
        connect(window, &SettingsWindow::signInRequested, this, [this] { showSignIn(); });
    }
    m_settingsWindow->setLayers(m_desk.settings.layers());
    refreshStatus();
    bringUp(m_settingsWindow.get());
}

void Desktop::showSettingError(const QString& key, const Error& error)
{
    if (isShowingSettings())
        m_settingsWindow->showError(key, error);
    else
        tell(text::sentence(error, text::Place::Settings));
}

void Desktop::tryNumber(const QString& typed)
{
    const auto number = PhoneNumber::read(typed, m_desk.settings.settings().numbers);
    m_settingsWindow->showNumberAnswer(number.explanation());
    async::onReady(m_desk.lookup.lookUp(number), this,
                   [this, explained = number.explanation()](const Result<LookupAnswer>& answer) {
                       const QString rest = answer
                           ? text::lookupLines(*answer)
                           : text::sentence(answer.error(), text::Place::Lookup);
                       m_settingsWindow->showNumberAnswer(explained + u'\n' + rest);
                   });
}

} // namespace companion

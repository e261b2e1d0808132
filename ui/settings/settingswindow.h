// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"
#include "app/core/settings.h"
#include "ui/settings/templateeditor.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QStackedWidget;

namespace companion {

class Notice;
class SettingsPage;

//! \brief Every key of DESIGN 6, in pages. A change is wished at once; what the organisation has
//! set is shown locked; a value that cannot be used is explained at its field and kept there.
class SettingsWindow : public QWidget
{
    Q_OBJECT

public:
    enum class Page {
        General,
        Connections,
        Calls,
        Popup,
        Numbers,
        Salesforce,
        Creation,
        Journal,
        Privacy
    };

    explicit SettingsWindow(QWidget* parent = nullptr);
    ~SettingsWindow() override; //!< hands in what is being typed

    void setLayers(const SettingLayers& layers);
    //! For the API budget.
    void setCrmStatus(const CrmStatus& status);
    void setTemplatePreview(const TemplateEditor::Preview& preview);
    //! Language codes that can be chosen besides the system's.
    void setLanguages(const QStringList& codes);
    //! The change that was wished could not be kept.
    void showError(const QString& key, const Error& error);
    //! The answer to numberTried().
    void showNumberAnswer(const QString& answer);
    //! The answer to registerLinksRequested().
    void showLinksRegistered(const Result<Done>& done);
    void showPage(Page page);

Q_SIGNALS:
    void settingChanged(const QString& key, const QString& value);
    void numberTried(const QString& number);
    void signInRequested();
    void registerLinksRequested();

protected:
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static constexpr int pageCount = 9;

    SettingsPage* addPage(Page page, const QString& iconName, const QString& title);
    void buildGeneral();
    void buildConnections();
    void buildCalls();
    void buildPopup();
    void buildNumbers();
    void buildSalesforce();
    void buildCreation();
    void buildJournal();
    void buildPrivacy();
    QWidget* makeBudget();
    QWidget* makeNumberTrial();
    void showQueryWarning(bool isMasked, bool isAlways);

    QListWidget* m_list;
    QStackedWidget* m_stack;
    std::array<SettingsPage*, pageCount> m_pages{};
    QLabel* m_budgetText = nullptr;
    QProgressBar* m_budgetBar = nullptr;
    Notice* m_queryWarning = nullptr;
    Notice* m_linksAnswer = nullptr;
    QLineEdit* m_trial = nullptr;
    QLabel* m_trialAnswer = nullptr;
};

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace companion {

class ActionBar;
class CallerBlock;
class CrmPanel;
class ElidedLabel;
class NotePanel;
class Notice;
class TransferPanel;

//! \brief The window of one call. Shows a CallCard, tells wishes; keeps only what is being typed.
//!
//! Never takes the keys by itself: the window accepts none until a text field is clicked or
//! takeKeys() is called, and gives them up when it loses them.
class CallCardWidget : public QWidget
{
    Q_OBJECT

public:
    explicit CallCardWidget(QWidget* parent = nullptr);
    ~CallCardWidget() override; //!< hands over the note that is being typed

    //! Shows \p card as at \p now; the panels of the call before are put away if it is another
    //! call.
    void setCard(const CallCard& card, const QDateTime& now);
    void setColleagues(const QList<Colleague>& colleagues);
    void tick(const QDateTime& now); //!< the clock, once a second
    void takeKeys(); //!< the user asked for it by a shortcut
    void putAway(); //!< saves what was typed, hides
    void announce(); //!< tells screen readers that the card has appeared

    [[nodiscard]] const CallCard& card() const { return m_card; }
    [[nodiscard]] CallId callId() const { return m_card.call.id; }

Q_SIGNALS:
    void openRecordRequested(const companion::CallId& call, const companion::RecordId& record);
    void choiceMade(const companion::CallId& call, const companion::RecordId& record);
    void noneOfTheseRequested(const companion::CallId& call);
    void forgetChoiceRequested(const companion::CallId& call);
    void createRequested(const companion::CallId& call);
    void searchRequested(const companion::CallId& call);
    void actionRequested(const companion::CallId& call, companion::CallAction action,
                         const QString& target);
    void noteEdited(const companion::CallId& call, const QString& note);
    void outcomeChosen(const companion::CallId& call, const QString& outcome);
    void doNotLogChanged(const companion::CallId& call, bool isOn);
    void followUpRequested(const companion::CallId& call);
    void completeRequested(const companion::RecordId& record);
    void dismissed(const companion::CallId& call);
    void callBackRequested(const QString& number);
    void painted(const companion::CallId& call);
    void sizeChanged();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Keys { Refused, Accepted };

    QLayout* buildHeader();
    void buildPanels();
    void connectPanels();
    void connectActions();
    void showWarnings();
    [[nodiscard]] QString journalLine() const;
    void setNoteOpen(bool isOpen);
    void openTransfer(int purpose);
    void setKeys(Keys keys);
    void givesKeysBack();
    bool pressKey(int key);
    void fit();

    CallCard m_card;
    Keys m_keys = Keys::Refused;
    bool m_awaitsPaint = false;
    bool m_noteWasToggled = false; //!< by hand, for this call: opens or shuts no more by itself
    QLabel* m_phaseIcon = nullptr; // the layout's, as all of these
    ElidedLabel* m_phase = nullptr;
    ElidedLabel* m_wayIn = nullptr;
    QLabel* m_clock = nullptr;
    QToolButton* m_close = nullptr;
    CallerBlock* m_caller = nullptr;
    CrmPanel* m_crm = nullptr;
    Notice* m_warning = nullptr;
    Notice* m_problem = nullptr;
    NotePanel* m_note = nullptr;
    QList<Colleague> m_colleagues;
    TransferPanel* m_transfer = nullptr;
    ActionBar* m_actions = nullptr;
};

} // namespace companion

// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace companion {

class ElidedLabel;
class IconMark;
class MatchList;
class RecordButton;

//! \brief What Salesforce knows of the caller: searching, one record, several, none, or why not.
//! Searching, one and none are equally high, so that the card does not jump when the answer comes.
class CrmPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CrmPanel(QWidget* parent = nullptr);

    void setCard(const CallCard& card);
    [[nodiscard]] bool isNeeded() const; //!< there is anything to show
    bool pressKey(int key); //!< a match's number
    void pressMain(); //!< opens the record, or creates one
    void focusMain();

Q_SIGNALS:
    void openRequested(const companion::RecordId& record);
    void chosen(const companion::RecordId& record);
    void noneChosen();
    void forgetRequested();
    void completeRequested(const companion::RecordId& record);
    void createRequested();
    void searchRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildMessage();
    void buildRecord();
    [[nodiscard]] static QString notAddedSentence(const Error& error);
    void showMessage(const QString& sentence, const QString& iconName, bool isQuiet);

    QWidget* m_message = nullptr; // the layout's, as all of these
    QBoxLayout* m_messageParts = nullptr;
    IconMark* m_messageIcon = nullptr;
    ElidedLabel* m_messageText = nullptr;
    QPushButton* m_create = nullptr;
    QPushButton* m_search = nullptr;
    RecordButton* m_record = nullptr;
    QPushButton* m_forget = nullptr;
    QPushButton* m_complete = nullptr;
    MatchList* m_matches = nullptr;
    bool m_isBoxed = false;
};

} // namespace companion

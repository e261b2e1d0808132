// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/signinwindow.h"

#include "ui/text/statustext.h"
#include "ui/theme.h"
#include "ui/wizard/crmsigninpage.h"
#include "ui/wizard/pbxsigninpage.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    QScrollArea* scrolled(QWidget* page)
    {
        auto* area = new QScrollArea;
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area->setFocusPolicy(Qt::NoFocus);
        area->setWidget(page);
        page->setBackgroundRole(QPalette::Window);
        area->viewport()->setBackgroundRole(QPalette::Window);
        return area;
    }

} // namespace

SignInWindow::SignInWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_pbx(new PbxSignInPage)
    , m_crm(new CrmSignInPage)
{
    setWindowTitle(tr("Sign in"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing(4), 0, 0);
    column->setSpacing(0);
    auto* headline = new QLabel(tr("Connect your phone and Salesforce"), this);
    setTextRole(headline, TextRole::Headline);
    headline->setContentsMargins(spacing(6), 0, spacing(6), spacing(1));
    headline->setWordWrap(true);
    column->addWidget(headline);
    m_caption = new QLabel(this);
    m_caption->setObjectName(u"caption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setContentsMargins(spacing(6), 0, spacing(6), spacing(3));
    column->addWidget(m_caption);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(spacing(4), 0, spacing(4), 0);
    tabRow->addWidget(m_tabs, 1);
    column->addLayout(tabRow);
    m_tabs->setObjectName(u"pages"_s);
    m_tabs->setAccessibleName(tr("What to sign in to"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_tabs->addTab(tr("&Phone system"));
    m_tabs->addTab(tr("Sales&force"));
    m_pages->addWidget(scrolled(m_pbx));
    m_pages->addWidget(scrolled(m_crm));
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_pbx, &PbxSignInPage::signInRequested, this,
            [this](const PbxAccount& account, const QString& secret) {
                m_pbxAsked = true;
                Q_EMIT pbxSignInRequested(account, secret);
            });
    connect(m_pbx, &PbxSignInPage::signOutRequested, this, &SignInWindow::pbxSignOutRequested);
    connect(m_crm, &CrmSignInPage::signInRequested, this, &SignInWindow::crmSignInRequested);
    connect(m_crm, &CrmSignInPage::cancelRequested, this, &SignInWindow::crmSignInCancelled);
    connect(m_crm, &CrmSignInPage::signOutRequested, this, &SignInWindow::crmSignOutRequested);
    markTab(Page::Pbx, m_pbxState);
    markTab(Page::Salesforce, m_crmState);
    showCaption();
    setMinimumWidth(spacing(110));
    resize(QSize(spacing(125), spacing(185)).boundedTo(screen()->availableSize() * 0.94));
}

void SignInWindow::setLayers(const SettingLayers& layers)
{
    m_pbx->setLayers(layers);
    m_crm->setLayers(layers);
}

void SignInWindow::setPbx(const PbxAccount& account, const PbxStatus& status)
{
    m_pbx->set(account, status);
    m_pbxState = status.state;
    markTab(Page::Pbx, status.state);
    showCaption();
    goOnAfterPbx(status);
}

//! The first sign-in leads on to the second.
void SignInWindow::goOnAfterPbx(const PbxStatus& status)
{
    if (!m_pbxAsked || status.state != LinkState::Connected)
        return;
    m_pbxAsked = false;
    if (m_crmState == LinkState::SignedOut)
        showPage(Page::Salesforce);
}

//! The e-mail address is known now by which the extension is found.
void SignInWindow::goOnAfterCrm(const CrmStatus& status)
{
    if (!m_pbxWaits || status.state != LinkState::Connected || status.email.isEmpty())
        return;
    m_pbxWaits = false;
    showCaption();
    showPage(Page::Pbx);
    m_pbx->signIn();
}

void SignInWindow::showCaption()
{
    const bool hasPbx = m_pbxState == LinkState::Connected;
    const bool hasCrm = m_crmState == LinkState::Connected;
    if (hasPbx && hasCrm)
        m_caption->setText(tr("All is ready: calls are shown from now on. You can close this "
                              "window; the companion stays in the tray, with your calls, the "
                              "phonebook and the settings."));
    else if (m_pbxWaits)
        m_caption->setText(tr("Now Salesforce: it tells your e-mail address, by which your "
                              "extension is found. The phone system then follows by itself."));
    else if (hasPbx)
        m_caption->setText(tr("The phone system is connected. Now sign in to Salesforce."));
    else
        m_caption->setText(tr("Two steps: the phone system, then Salesforce. Your administrator "
                              "knows what to enter here."));
}

void SignInWindow::setCrm(const CrmAccount& account, const CrmStatus& status)
{
    m_crm->set(account, status);
    m_crmState = status.state;
    markTab(Page::Salesforce, status.state);
    showCaption();
    goOnAfterCrm(status);
}

void SignInWindow::showPbxError(const Error& error)
{
    m_pbxAsked = false;
    m_pbx->showError(error);
    m_pbxWaits = error.code == "no_extension"_L1 && m_crmState != LinkState::Connected;
    showCaption();
    if (m_pbxWaits)
        showPage(Page::Salesforce);
}

void SignInWindow::showCrmError(const Error& error)
{
    m_crm->showError(error);
}

void SignInWindow::showPage(Page page)
{
    m_tabs->setCurrentIndex(page == Page::Pbx ? 0 : 1);
    focusFirstGap();
}

void SignInWindow::showWhatIsMissing()
{
    const auto isMissing = [](LinkState state) {
        return state == LinkState::SignedOut || state == LinkState::Failed;
    };
    if (isMissing(m_pbxState))
        showPage(Page::Pbx);
    else if (isMissing(m_crmState))
        showPage(Page::Salesforce);
    else
        showPage(page());
}

//! Where typing goes on: the first field that is still empty.
void SignInWindow::focusFirstGap()
{
    const auto lines = m_pages->currentWidget()->findChildren<QLineEdit*>();
    for (auto* line : lines)
        if (line->isEnabled() && !line->isReadOnly() && line->text().isEmpty()
            && line->isVisibleTo(this))
            return line->setFocus();
    m_tabs->setFocus();
}

SignInWindow::Page SignInWindow::page() const
{
    return m_tabs->currentIndex() == 0 ? Page::Pbx : Page::Salesforce;
}

void SignInWindow::markTab(Page page, LinkState state)
{
    const int tab = page == Page::Pbx ? 0 : 1;
    QString name = page == Page::Pbx ? u"phone"_s : u"cloud"_s;
    auto tint = IconTint::Muted;
    switch (state) {
    case LinkState::Connected:
        name = u"check"_s;
        tint = IconTint::Success;
        break;
    case LinkState::Failed:
        name = u"error"_s;
        tint = IconTint::Danger;
        break;
    case LinkState::Connecting:
    case LinkState::Reconnecting:
        name = u"refresh"_s;
        break;
    case LinkState::SignedOut:
        break;
    }
    m_tabs->setTabIcon(tab, icon(name, tint));
    m_tabs->setTabToolTip(tab, text::stateWord(state));
}

void SignInWindow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        focusFirstGap();
}

void SignInWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace companion

/** Walls that answer 200 where data was wanted: made up after the kinds that stand before public sites. */
export const WALLS: readonly (readonly [name: string, text: string])[] = [
  [
    'a challenge of one network',
    page('Just a moment...', 'Enable JavaScript and cookies to continue'),
  ],
  [
    'its older form',
    page(
      'Attention Required! | Shield',
      'Please complete the security check to access the site. Ray ID: 7a1',
    ),
  ],
  [
    'its five seconds',
    page(
      'Please wait',
      'Checking your browser before accessing example.com. DDoS protection by Shield',
    ),
  ],
  ['a turnstile', page('One moment', '<div class="cf-turnstile" data-sitekey="0x1"></div>')],
  [
    'a managed challenge script',
    '<html><head><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></head><body></body></html>',
  ],
  [
    'a reference number',
    page('Access Denied', "You don't have permission to access this server. Reference #18.2d3e"),
  ],
  [
    'an incident id',
    page(
      '',
      '<iframe src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=1"></iframe>Request unsuccessful. Incapsula incident ID: 1',
    ),
  ],
  [
    'a request rejected',
    page(
      'Request Rejected',
      'The requested URL was rejected. Please consult with your administrator. Your support ID is: 1',
    ),
  ],
  [
    'an interstitial of another network',
    page(
      'Pardon Our Interruption',
      'As you were browsing something about your browser made us think you were a bot.',
    ),
  ],
  [
    'a press and hold',
    page('Human Verification', 'Press &amp; Hold to confirm you are a human (and not a bot).'),
  ],
  [
    'a data dome',
    '<html><head><title>example.com</title></head><body><script>var dd={"rt":"c","cid":"x"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>',
  ],
  ['a picture puzzle', page('Security check', '<div id="recaptcha" class="g-recaptcha"></div>')],
  ['an hcaptcha', page('Verify', '<div class="h-captcha" data-sitekey="x"></div>')],
  ['a slider', page('滑动验证页面', '请按住滑块，拖动到最右边')],
  [
    'a slider of a cloud',
    '<html><head><meta charset="utf-8"><script src="https://g.example.com/AWSC/awsc.js"></script></head><body><div id="nocaptcha"></div></body></html>',
  ],
  [
    'a cookie challenge',
    '<html><script>var arg1="3F2A";function setCookie(n,v){document.cookie=n+"="+v}setCookie("acw_sc__v2",arg1);document.location.reload()</script></html>',
  ],
  [
    'an encoded script and nothing else',
    `<html><head><meta http-equiv="refresh" content="5"></head><body><script>${'eval(x);'.repeat(50)}</script></body></html>`,
  ],
  ['a reload by script', '<html><body><script>window.location.reload()</script></body></html>'],
  [
    'a redirect by script to a log-in',
    '<script>window.location.href="https://passport.example.com/login?from=x"</script>',
  ],
  [
    'a redirect by meta',
    '<html><head><meta http-equiv="refresh" content="0;url=/verify?u=1"></head></html>',
  ],
  [
    'a wafid',
    '<html><head><script>document.cookie="_wafchallengeid=1"</script></head><body>challenge</body></html>',
  ],
  ['a site shield', page('网站防火墙', '您的请求带有不合法参数，已被网站管理员设置拦截！')],
  ['a safe dog', page('', '您所提交的请求含有不合法的参数，已被网站防火墙拦截')],
  [
    'a cloud shield',
    page('405', '很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。'),
  ],
  [
    'an acceleration network',
    page('安全检查中', '安全检查中，请打开浏览器的javascript，然后刷新浏览器'),
  ],
  ['a speed limit', page('访问过于频繁', '您的访问过于频繁，请稍后再试')],
  ['a ban of the address', page('提示', '您的IP地址存在异常访问，已被禁止访问')],
  ['an abnormal traffic note', page('流量异常', '系统检测到您的网络中存在异常流量')],
  ['a human question', page('人机验证', '请完成人机验证后继续访问')],
  ['a number code', page('验证码', '请输入图片中的验证码')],
  ['a security check', page('安全验证', '为了您的账号安全，请完成安全验证')],
  ['an unusual visit', page('访问验证', '访问验证')],
  [
    'a log-in in Chinese',
    page('用户登录', '<form action="/login"><input type="password" name="p"></form>'),
  ],
  ['a scan to log in', page('登录', '微信扫码登录')],
  ['a log-in first', page('提示', '请先登录后查看完整内容')],
  ['a membership', page('会员中心', '该内容仅限会员查看，登录后可继续阅读')],
  ['an expired session', page('登录超时', '登录状态已失效，请重新登录')],
  ['a log-in in English', page('Sign in', '<form><input type="password"></form>')],
  ['a log-in page', page('Log in to continue', 'Log in')],
  [
    'a password form without a title',
    '<html><body><form method="post"><input type="password" name="pw"></form></body></html>',
  ],
  ['a refused address', 'Nginx forbidden.'],
  [
    'forbidden',
    page('403 Forbidden', '<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>'),
  ],
  ['not allowed', page('405 Not Allowed', '<center>openresty</center>')],
  ['not found', page('404 Not Found', 'nginx')],
  ['page lost', page('页面不存在', '抱歉，您访问的页面不存在')],
  ['a bad gateway', page('502 Bad Gateway', 'nginx')],
  ['a gateway time-out', page('504 Gateway Time-out', 'nginx')],
  ['not available', page('503 Service Temporarily Unavailable', 'nginx')],
  ['an internal error', page('500 Internal Server Error', 'Whitelabel Error Page')],
  ['an error page', page('系统错误', '系统繁忙，请稍后再试')],
  ['maintenance', page('系统维护', '系统维护中，请稍后访问')],
  [
    'a proxy error',
    page('ERROR: The requested URL could not be retrieved', 'Generated by proxy (squid)'),
  ],
  ['a parked name', page('域名出售', '该域名正在出售')],
  [
    'a hotel log-in',
    page(
      'Wi-Fi',
      '<form action="http://10.0.0.1/login" method=post>Connect to the network: log in</form>',
    ),
  ],
  ['too many requests as data', '{"code":429,"message":"Too Many Requests"}'],
  ['a limit as data', '{"code":-1,"msg":"请求过于频繁，请稍后再试","data":null}'],
  ['a log-in as data', '{"errno":401,"errmsg":"请登录"}'],
  ['forbidden as data', '{"status":403,"error":"Forbidden"}'],
  [
    'a captcha as data',
    '{"ret":["FAIL_SYS_USER_VALIDATE"],"data":{"url":"https://x.example/punish?captcha=1"}}',
  ],
  ['a wall as text', 'Access denied: your address has been blocked.'],
]

function page(title: string, body: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
}

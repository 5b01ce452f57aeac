/**
 * Guarantee: texts that say the same have the same canonical form, however the editor, the paste
 * buffer or the other application wrote them down. This is what keeps a re-formatted description
 * from counting as an edit.
 */
import { canonicalHtml } from '../../../src/domain/rich-text';

test.each<[string, string, string]>([
  [
    'old tag names',
    '<b>a</b><i>b</i><strike>c</strike><ins>d</ins><tt>e</tt>',
    '<p><strong>a</strong><em>b</em><s>c</s><u>d</u><code>e</code></p>',
  ],
  [
    'styles of spans',
    '<span style="font-weight:700">a</span><span style="font-style: italic">b</span><span style="text-decoration: underline line-through">c</span>',
    '<p><strong>a</strong><em>b</em><u><s>c</s></u></p>',
  ],
  [
    'bold switched off, as Google Docs wraps a paste',
    '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span></p></b>',
    '<p>a <strong>b</strong></p>',
  ],
  [
    'fonts and colours',
    '<font face="Arial" color="red" size="2">a</font> <span style="color:#f00;background:yellow">b</span>',
    '<p>a b</p>',
  ],
  [
    'divisions for lines',
    '<div>a</div><div>b</div><div><br></div><div>c</div>',
    '<p>a</p><p>b</p><p>c</p>',
  ],
  [
    'trailing breaks and no-break spaces',
    '<p>a&nbsp;b &nbsp; c&nbsp;<br></p><p>&nbsp;</p>',
    '<p>a b c</p>',
  ],
  [
    'white space between elements',
    '\n<ul>\n  <li> a </li>\n  <li>\n<p>b</p>\n</li>\n</ul>\n',
    '<ul><li>a</li><li>b</li></ul>',
  ],
  ['text without elements', 'a\n\nb', '<p>a b</p>'],
  [
    'a space that each side marks differently',
    '<b>a</b><i> </i><b>b</b>',
    '<p><strong>a</strong> <strong>b</strong></p>',
  ],
  ['a run cut into pieces', '<b>a</b><b>b</b><strong>c</strong>', '<p><strong>abc</strong></p>'],
  ['crossed tags', '<p><b>a<i>b</b>c</i>d</p>', '<p><strong>a<em>b</em></strong><em>c</em>d</p>'],
  [
    'left-out end tags',
    '<p>a<p>b<ul><li>c<li>d</ul><table><tr><td>e<td>f<tr><td>g</table>',
    '<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul><table><tbody><tr><td>e</td><td>f</td></tr><tr><td>g</td></tr></tbody></table>',
  ],
  [
    'a list within a list',
    '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>',
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
  ],
  [
    'attributes in any order and case',
    '<TABLE border=1><TR><TD ROWSPAN=2 class=x COLSPAN="3">a</TD></TR></TABLE>',
    '<table><tbody><tr><td colspan="3" rowspan="2">a</td></tr></tbody></table>',
  ],
  [
    'head, foot and caption of a table',
    '<table><caption>t</caption><thead><tr><th>a</th></tr></thead><tfoot><tr><td>b</td></tr></tfoot></table>',
    '<p>t</p><table><tbody><tr><th>a</th></tr><tr><td>b</td></tr></tbody></table>',
  ],
  [
    'a table within a table cell',
    '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>',
    '<table><tbody><tr><td><p>a</p><p>b</p></td></tr></tbody></table>',
  ],
  [
    'a heading where Jira has none',
    '<ul><li><h3>a</h3>b</li></ul>',
    '<ul><li><p><strong>a</strong></p><p>b</p></li></ul>',
  ],
  [
    'a heading in a quote, part of it strong or with a space on its own',
    '<blockquote><h2>a<b>b</b> <sub>c</sub></h2></blockquote>',
    '<blockquote><p><strong>ab <sub>c</sub></strong></p></blockquote>',
  ],
  [
    'a space between a file and a styled word of such a heading',
    '<blockquote><h2><span data-media="m">[x]</span> <sub>c</sub></h2></blockquote>',
    '<blockquote><p><span data-media="m" data-media-display="inline">[x]</span> <strong><sub>c</sub></strong></p></blockquote>',
  ],
  [
    'a quote within a quote',
    '<blockquote>a<blockquote>b</blockquote></blockquote>',
    '<blockquote><p>a</p><p>b</p></blockquote>',
  ],
  [
    'code with its first line break, as editors format it',
    '<pre>\n  a\r\n  b\n</pre>',
    '<pre><code>  a\n  b</code></pre>',
  ],
  [
    'code in lines of its own',
    '<pre><div>a</div><div>b<br>c</div></pre>',
    '<pre><code>a\nb\nc</code></pre>',
  ],
  [
    'checkboxes',
    '<ul><li><input type="checkbox" checked disabled> a</li><li><input type=checkbox>b</li></ul>',
    '<ul><li>☑ a</li><li>☐ b</li></ul>',
  ],
  [
    'Word markup',
    '<!--[if gte mso 9]><xml><w:x>no</w:x></xml><![endif]--><style>p{}</style><p class=MsoNormal style=\'mso-x:"y"\'><b>a<o:p></o:p></b></p>',
    '<p><strong>a</strong></p>',
  ],
  [
    'a Quill list with its classes',
    '<p class="ql-align-center">a</p><ul><li class="ql-indent-1">b</li></ul>',
    '<p>a</p><ul><li>b</li></ul>',
  ],
  [
    'an image',
    '<img src="https://a.example/x.png" alt="Plan" onload="x()">',
    '<p><a href="https://a.example/x.png">Plan</a></p>',
  ],
  [
    'an image within a link',
    '<a href="https://a.example/"><img src="/x.png" alt="Plan"></a>',
    '<p><a href="https://a.example/">Plan</a></p>',
  ],
  [
    'an image without an address to follow',
    'a<img src="data:image/png;base64,AAAA">',
    '<p>a[image]</p>',
  ],
  ['a relative link', '<a href="/browse/PAY-1">PAY-1</a>', '<p>PAY-1</p>'],
  ['a mention whose name was edited', '<span data-mention="712020:ana">Ana</span>', '<p>Ana</p>'],
  [
    'a date whose text was edited',
    '<time datetime="2026-11-24">2026-12-01</time>',
    '<p>2026-12-01</p>',
  ],
  [
    'a list with one item that is no task',
    '<ul><li>☐ a</li><li>b</li></ul>',
    '<ul><li>☐ a</li><li>b</li></ul>',
  ],
  [
    'bold around whole paragraphs',
    '<b><p>a</p><p>b</b>c</p>',
    '<p><strong>a</strong></p><p><strong>b</strong>c</p>',
  ],
  ['less-than signs that are no tags', '1 < 2 <3 a<', '<p>1 &lt; 2 &lt;3 a&lt;</p>'],
])('%s', (_what, written, canonical) => {
  expect(canonicalHtml(written)).toBe(canonical);
  expect(canonicalHtml(canonical)).toBe(canonical);
});
